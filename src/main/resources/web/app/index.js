import 'uplot/dist/uPlot.min.css';
import './tokens.css';
import './base.css';
import './processes.css';
import './pages.css';
import './logs.css';
import './charts.css';
import './alerts.css';
import './events.css';
import './configuration.css';
import './start.css';
import './live.css';
import { start as startActions } from './actions.js';
import { start as startBoard } from './board.js';
import { pairs, start as startConfiguration } from './configuration.js';
import { start as startEvents } from './events.js';
import { start as startFilter } from './filter.js';
import { start as startForms } from './forms.js';
import { start as startKeys } from './keys.js';
import { start as startListKeys } from './listkeys.js';
import { View } from './logs/view.js';
import { start as startMenus } from './menus.js';
import { start as startNotices } from './notices.js';
import { start as startPicks } from './picks.js';
import { start as startRenewal } from './renewal.js';
import { start as startStart } from './start.js';
import { start as startTimes } from './times.js';

document.documentElement.classList.add('scripted');
startNotices();
startRenewal();
startMenus();
startActions(); // before the forms, as it takes some of them over
startForms();
startTimes();
if (document.getElementById('board')) {
  startFilter();
  startPicks();
  startBoard();
}
if (document.getElementById('timeline')) startEvents(document.getElementById('timeline'));
if (document.getElementById('logview')) new View(document.getElementById('logview'));
if (document.getElementById('variables')) startConfiguration(document.getElementById('variables'));
if (document.querySelector('.pairs')) pairs(document.querySelector('.pairs'));
if (document.getElementById('pick')) startStart(document.getElementById('pick'));
startListKeys();
startKeys();
if (document.getElementById('charts')) import('./charts/page.js').then(page => page.start());
