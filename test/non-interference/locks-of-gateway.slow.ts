import { comparesAtLength } from './everything.ts';

comparesAtLength('gateway');
