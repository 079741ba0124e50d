// Puts a menu beside its button. Without scripts it opens in the middle of the page.
export function start() {
  document.addEventListener('toggle', event => {
    const menu = event.target;
    if (!menu.matches?.('.menu') || event.newState !== 'open') return;
    const button = document.querySelector(`[popovertarget="${menu.id}"]`);
    const at = button.getBoundingClientRect();
    const below = at.bottom + 4 + menu.offsetHeight < innerHeight;
    menu.style.margin = '0';
    menu.style.inset = 'auto';
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - menu.offsetHeight)}px`;
    menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
  }, true);
  addEventListener('scroll', () => document.querySelector('.menu:popover-open')?.hidePopover(), { passive: true });
}
