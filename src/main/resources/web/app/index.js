import 'uplot/dist/uPlot.min.css';
import './tokens.css';
import './base.css';
import './processes.css';
import './pages.css';
import './logs.css';
import './charts.css';
import './alerts.css';
import './events.css';
import './start.css';
import { start as startActions } from './actions.js';
import { start as startBoard } from './board.js';
import { start as startEvents } from './events.js';
import { start as startFilter } from './filter.js';
import { start as startForms } from './forms.js';
import { start as startKeys } from './keys.js';
import { View } from './logs/view.js';
import { start as startMenus } from './menus.js';
import { dismissible } from './notices.js';
import { start as startPicks } from './picks.js';
import { start as startStart } from './start.js';
import { start as startTimes } from './times.js';

document.documentElement.classList.add('scripted');
dismissible();
startMenus();
startForms();
startTimes();
if (document.getElementById('board')) {
  startFilter();
  startActions();
  startPicks();
  startKeys();
  startBoard();
}
if (document.getElementById('pick')) startStart(document.getElementById('pick'));
if (document.getElementById('timeline')) startEvents(document.getElementById('timeline'));
if (document.getElementById('logview')) new View(document.getElementById('logview'));
if (document.getElementById('charts')) import('./charts/page.js').then(page => page.start());
