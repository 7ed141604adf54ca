import { comparesAtLength } from './everything.ts';

comparesAtLength('agencies');
