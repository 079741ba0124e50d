// A socket that comes back: soon at first, then every few seconds, and at once when the network or the tab is back.
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;

export function keepOpen(path, { opened, frame, lost }) {
  const address = new URL(path, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  let wait = FIRST_WAIT;
  let timer;
  let socket;

  function open() {
    clearTimeout(timer);
    socket = new WebSocket(address);
    socket.onopen = () => {
      wait = FIRST_WAIT;
      opened();
    };
    socket.onmessage = message => frame(JSON.parse(message.data));
    socket.onclose = () => {
      lost();
      timer = setTimeout(open, wait + Math.random() * 100);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  function soon() {
    if (socket.readyState === WebSocket.CLOSED && !document.hidden) open();
  }
  addEventListener('online', soon);
  document.addEventListener('visibilitychange', soon);
  // a page that is left says so, and is not taken for a loss
  addEventListener('pagehide', () => { socket.onclose = null; clearTimeout(timer); socket.close(); });
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
}
