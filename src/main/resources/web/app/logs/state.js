// What the view says of itself: whether it is live, how many lines there are, and why there are none.
import { Link } from '../link.js';
import { keepOpen } from '../socket.js';

export class State {
  #daemon;
  #link = new Link('Lines come as they are written');
  #context = null;

  constructor(root) {
    this.#daemon = root.dataset.daemon;
    this.bar = document.getElementById('logstate');
    this.nothing = document.createElement('p');
    this.nothing.className = 'nothing soft';
    document.getElementById('viewport').append(this.nothing);
    keepOpen('/live/events', { greeted: true, ...this.#link.of('events'), frame: event => {
      if (event.event !== 'daemon-down' && event.event !== 'daemon-up') return;
      this.#daemon = event.event === 'daemon-up' ? 'online' : event.detail.daemon;
      this.#draw();
    } });
    this.#draw();
  }

  // Whether lines come; where a linked line is looked at, none are to.
  link(live) {
    this.#link.set('lines', live);
  }

  say(kind, text) {
    this.bar.hidden = false;
    this.bar.className = `logstate ${kind}`;
    this.bar.textContent = text;
  }

  // What is looked at instead of the live lines: around a line of that time.
  context(shown, back, failed, at) {
    this.#context = shown ? { back, failed, at } : null;
    this.#draw();
  }

  paused(paused) {
    const button = document.getElementById('pause');
    button.setAttribute('aria-pressed', paused);
    button.querySelector('span').textContent = paused ? 'Go on' : 'Pause';
  }

  count({ lines, waiting, following, older, filtered }) {
    const end = document.getElementById('to-end');
    end.hidden = following || !lines || Boolean(this.#context);
    end.querySelector('span').textContent = waiting ? `${waiting.toLocaleString('en')} new ${waiting === 1 ? 'line' : 'lines'}` : 'To the end';
    document.getElementById('counted').textContent = `${lines.toLocaleString('en')} lines in memory`;
    const further = document.getElementById('further');
    further.hidden = !older.tired;
    further.title = older.back ? `Looked back to ${new Date(older.back).toLocaleString('en-GB')} so far` : '';
    this.nothing.hidden = lines > 0 || Boolean(this.#context);
    this.nothing.textContent = older.asking && filtered ? 'Looking through the files …' : filtered ? 'No line matches yet. New ones show up here at once.' : 'Nothing was written yet. Lines show up here at once.';
  }

  #draw() {
    this.bar.hidden = true;
    if (this.#context) {
      const { failed, at } = this.#context;
      const when = at ? ` of ${new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}` : '';
      this.say(failed ? 'problem' : 'info', failed ?? `A linked line${when}, with what was written around it.`);
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: 'Go live' });
      button.onclick = this.#context.back;
      this.bar.append(button);
    } else if (this.#daemon !== 'online') {
      this.say('warn', this.#daemon === 'down' ? 'PM2 is not running. What was written stays readable; new lines come when it is back.'
        : 'PM2 does not answer. New lines come when it does.');
    }
  }
}
