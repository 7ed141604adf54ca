/** Stylesheets that a page imports: the bundler puts them into the page's own. */
declare module '*.css';
