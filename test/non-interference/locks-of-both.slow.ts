import { comparesAtLength } from './everything.ts';

comparesAtLength('both');
