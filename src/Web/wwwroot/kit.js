// Comfort only: every page works without this file. Listens on the document, so enhanced navigation needs no rebinding.

// A photo picked or dropped shows itself before it is sent.
document.addEventListener('change', event => {
  const drop = event.target.closest('[data-drop]');
  if (drop && event.target.type === 'file') preview(drop, event.target.files);
});

function preview(drop, files) {
  const list = drop.querySelector('[data-drop-list]');
  list.querySelectorAll('img').forEach(img => URL.revokeObjectURL(img.src));
  list.replaceChildren(...[...files].map(file => {
    const item = document.createElement('li');
    if (file.type.startsWith('image/')) {
      const img = document.createElement('img');
      img.src = URL.createObjectURL(file);
      img.alt = file.name;
      item.append(img);
    } else {
      item.textContent = file.name;
    }
    return item;
  }));
}

// Dropping lands on the input itself, which fills its drop zone; this only lights the zone.
for (const type of ['dragover', 'dragleave', 'drop'])
  document.addEventListener(type, event =>
    event.target.closest?.('[data-drop]')?.classList.toggle('gz-over', type === 'dragover'));

// Pressing twice sends once; the server would also notice (the form's once-only key).
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = '1';
  form.setAttribute('aria-busy', 'true');
  setTimeout(() => { delete form.dataset.sent; form.removeAttribute('aria-busy'); }, 8000);
});
window.addEventListener('pageshow', () =>
  document.querySelectorAll('form[data-sent]').forEach(form => { delete form.dataset.sent; form.removeAttribute('aria-busy'); }));

// While somebody writes a report, what may be the same is shown below its title; without a script it is shown before the report is taken.
let pause;
document.addEventListener('input', event => {
  const form = event.target.closest('form');
  const place = form?.querySelector('[data-alike]');
  if (!place || !['Title', 'AreaId'].includes(event.target.name)) return;
  clearTimeout(pause);
  pause = setTimeout(async () => {
    const asked = new URLSearchParams({ title: form.elements.Title.value, area: form.elements.AreaId.value });
    const answer = await fetch(`${place.dataset.alike}?${asked}`).catch(() => null);
    if (answer?.ok) place.innerHTML = await answer.text();
  }, 700);
});

// What goes on by itself is looked at again while somebody sees it, and nothing below it is being used; without a script a link does it.
const again = () => document.querySelector('[data-again]');
setInterval(async () => {
  const before = again();
  const main = before?.closest('main');
  if (!main || document.hidden || main.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || again() !== before) return;
  const after = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (after && !main.contains(document.activeElement)) main.replaceChildren(...after.childNodes);
}, 4000);

// A long text is kept while it is typed: on this device at once, on the server a moment later. A lost connection loses no word.
const place = form => 'kept:' + form.dataset.keep;
const state = (form, name) => { const line = form.querySelector('[data-kept-state]'); if (line) line.textContent = line.dataset[name]; };
document.addEventListener('input', event => {
  const form = event.target.closest('form[data-keep]');
  if (!form || event.target.name !== 'Text') return;
  try { localStorage.setItem(place(form), event.target.value); } catch { /* a device that keeps nothing */ }
  state(form, 'here');
  clearTimeout(form.keeping);
  form.keeping = setTimeout(() => keep(form), 2000);
});
async function keep(form) {
  if (!form.isConnected || form.dataset.sent) return;
  const text = form.elements.Text.value, body = new FormData();
  for (const name of ['Text', 'Version', '__RequestVerificationToken']) body.append(name, form.elements[name].value);
  const answer = await fetch(form.dataset.keep, { method: 'POST', body, redirect: 'error' }).catch(() => null);
  if (answer?.ok) {
    form.elements.Version.value = await answer.text();
    if (form.elements.Text.value !== text) return;
    localStorage.removeItem(place(form));
    return state(form, 'kept');
  }
  state(form, answer?.status === 412 ? 'stale' : 'away');
  if (answer?.status !== 412) form.keeping = setTimeout(() => keep(form), 5000);
}
const offer = () => document.querySelectorAll('form[data-keep]').forEach(form => {
  const kept = localStorage.getItem(place(form)), box = form.querySelector('[data-kept-offer]');
  if (kept === null || kept === form.elements.Text.value) return localStorage.removeItem(place(form));
  box.hidden = false;
  const done = () => { box.hidden = true; form.elements.Text.focus(); };
  box.querySelector('[data-kept-take]').onclick = () => { form.elements.Text.value = kept; form.elements.Text.dispatchEvent(new Event('input', { bubbles: true })); done(); };
  box.querySelector('[data-kept-drop]').onclick = () => { localStorage.removeItem(place(form)); done(); };
});
offer();
window.Blazor?.addEventListener?.('enhancedload', offer);

// Whoever speaks sees the seconds run; a page that is looked at again sets them right.
setInterval(() => document.querySelectorAll('[data-clock]').forEach(clock => {
  const seconds = ++clock.dataset.clock;
  clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  clock.classList.toggle('gz-late', seconds > (clock.dataset.limit ?? Infinity));
}), 1000);

// Printing is the browser's own; without a script its menu does the same.
document.addEventListener('click', event => { if (event.target.closest('[data-print]')) window.print(); });

// Keys: / goes to the receipt-number box, Escape closes an open confirmation. One confirmation is open at a time.
document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    const box = document.querySelector('[data-slash]');
    if (box) { box.focus(); event.preventDefault(); }
  }
  // j and k go down and up a list, x ticks, Enter is the link's own.
  if ('jkx'.includes(event.key) && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) {
    const rows = [...document.querySelectorAll('[data-row]')];
    const at = rows.findIndex(row => row.closest('tr') === document.activeElement?.closest('tr'));
    if (event.key === 'x') rows[at]?.closest('tr').querySelector('input[type=checkbox]')?.click();
    else rows[Math.max(0, Math.min(rows.length - 1, event.key === 'j' ? at + 1 : at - 1))]?.focus();
  }
  if (event.key === 'Escape')
    document.querySelectorAll('[data-confirm][open]').forEach(open => { open.open = false; open.querySelector('summary').focus(); });
});
document.addEventListener('toggle', event => {
  if (event.target.matches?.('[data-confirm][open]'))
    document.querySelectorAll('[data-confirm][open]').forEach(open => { if (open !== event.target) open.open = false; });
}, true);

// A refused form says so at once to those who listen, and is scrolled to.
const refused = () => document.querySelector('[data-alert]')?.focus();
refused();
window.Blazor?.addEventListener?.('enhancedload', refused);
