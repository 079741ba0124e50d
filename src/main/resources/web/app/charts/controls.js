// What is looked at: the links of the ranges, of the instances together or apart, the boxes of the figures, the zoom.
import { between } from './times.js';

export class Controls {
  #told;

  constructor(root, told) {
    this.root = root;
    this.#told = told;
    this.links = [...root.querySelectorAll('a[data-set]')];
    this.picker = root.querySelector('.picker');
    this.zoom = root.querySelector('.zoom');
    this.zoom.hidden = false;
    for (const link of this.links) {
      link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        this.#told.go(this.#changed(link));
      });
    }
    this.picker.addEventListener('change', () => {
      const metrics = [...this.picker.querySelectorAll('input[name=metric]:checked')].map(box => box.value);
      if (metrics.length) this.#told.go(this.#told.address().with({ metrics }));
      else this.show(this.#told.address());
    });
    const acts = { in: () => told.scale(0.5), out: () => told.scale(2), earlier: () => told.shift(-0.5), later: () => told.shift(0.5),
      reset: () => told.go(told.address().with({ zoom: null })) };
    for (const button of this.zoom.querySelectorAll('button')) button.onclick = acts[button.dataset.zoom];
    document.addEventListener('click', event => {
      if (this.picker.open && !this.picker.contains(event.target)) this.picker.open = false;
    });
    this.picker.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        this.picker.open = false;
        this.picker.querySelector('summary').focus();
      }
    });
    this.show(told.address());
  }

  // How the range is called.
  get label() {
    return this.links.find(link => link.dataset.set === `range=${this.#told.address().range}`).dataset.label;
  }

  // What a figure is called, and its unit.
  of(metric) {
    const box = [...this.picker.querySelectorAll('input[name=metric]')].find(it => it.value === metric);
    return { title: box?.dataset.title ?? metric.replace('probe:', ''), unit: box?.dataset.unit ?? '' };
  }

  show(address) {
    for (const link of this.links) {
      const changed = this.#changed(link);
      link.href = location.pathname + changed.query;
      const now = link.dataset.set === `range=${address.range}` || link.dataset.set === `instances=${address.apart ? 'apart' : 'together'}`;
      if (now) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const box of this.picker.querySelectorAll('input[name=metric]')) box.checked = address.metrics.includes(box.value);
    const zoomed = this.zoom.querySelector('.zoomed');
    zoomed.textContent = address.zoom ? between(...address.zoom) : '';
    this.zoom.querySelector('[data-zoom=reset]').hidden = !address.zoom;
    this.zoom.querySelectorAll('[data-zoom=later], [data-zoom=out]').forEach(button => { button.disabled = !address.zoom; });
  }

  #changed(link) {
    const [name, value] = link.dataset.set.split('=');
    return this.#told.address().with(name === 'range' ? { range: value, zoom: null } : { apart: value === 'apart' });
  }
}
