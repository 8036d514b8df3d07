'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const view = $('view'), map = view.querySelector('svg'), find = $('find'), count = $('count');
  const panel = $('card'), body = $('card-body');
  const box = map.viewBox.baseVal;
  const cards = [...document.querySelectorAll('article')];
  const texts = cards.map(a => a.textContent.toLowerCase());
  let scale = 1, hits = [], at = -1, rings = [];

  // Zooming keeps the point at x, y of the view where it is.
  function zoom(to, x = view.clientWidth / 2, y = view.clientHeight / 2) {
    to = Math.min(8, Math.max(0.05, to));
    const left = (view.scrollLeft + x) / scale, top = (view.scrollTop + y) / scale;
    scale = to;
    map.style.width = box.width * scale + 'px';
    map.style.height = box.height * scale + 'px';
    view.scrollLeft = left * scale - x;
    view.scrollTop = top * scale - y;
    $('level').textContent = Math.round(scale * 100) + ' %';
  }
  const fit = () => zoom(Math.min(view.clientWidth / box.width, view.clientHeight / box.height));

  function ring(shape, now) {
    const b = shape.getBBox(), r = document.createElementNS(map.namespaceURI, 'rect');
    for (const [k, v] of Object.entries({ x: b.x - 3, y: b.y - 3, width: b.width + 6, height: b.height + 6, rx: 6 })) r.setAttribute(k, v);
    r.setAttribute('class', now ? 'ring now' : 'ring');
    map.append(r);
    rings.push(r);
  }
  function mark() {
    rings.forEach(r => r.remove());
    rings = [];
    cards.forEach(a => a.classList.toggle('hit', hits.includes(a)));
    hits.slice(0, 500).forEach((a, i) => { const s = $('on-' + a.id); if (s) ring(s, i === at); });
    const says = count.dataset, n = hits.length;
    count.textContent = find.value.trim() === '' ? '' : n === 0 ? says.none : at >= 0 ? says.at.replace(/11|22/g, k => k === '11' ? at + 1 : n) : n === 1 ? says.one : says.many.replace('11', n);
  }
  function search() {
    const q = find.value.trim().toLowerCase();
    hits = q === '' ? [] : cards.filter((a, i) => texts[i].includes(q));
    at = -1;
    mark();
  }

  // Shows a card in the panel, and the map at it.
  function open(a, move) {
    body.replaceChildren(...[...a.cloneNode(true).childNodes]);
    panel.classList.add('open');
    const s = $('on-' + a.id);
    if (s && move) {
      if (scale < 0.5) zoom(1);
      const b = s.getBoundingClientRect(), v = view.getBoundingClientRect();
      view.scrollLeft += b.left + b.width / 2 - v.left - v.width / 2;
      view.scrollTop += b.top + b.height / 2 - v.top - v.height / 2;
    }
    if (!hits.includes(a)) { hits = [a]; }
    at = hits.indexOf(a);
    current = a;
    mark();
  }
  function close() { panel.classList.remove('open'); current = null; at = -1; search(); }
  let current = null;
  function step(by) {
    const list = find.value.trim() !== '' && hits.length > 0 ? hits : cards;
    if (list.length === 0) return;
    const i = list.indexOf(current);
    open(list[i < 0 ? (by > 0 ? 0 : list.length - 1) : (i + by + list.length) % list.length], true);
  }

  document.documentElement.classList.add('live');
  view.dir = 'ltr'; // however the page is read: places are counted from the left
  $('in').onclick = () => zoom(scale * 1.25);
  $('out').onclick = () => zoom(scale / 1.25);
  $('fit').onclick = fit;
  $('close').onclick = () => { close(); view.focus(); };
  find.oninput = search;
  view.addEventListener('wheel', e => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    const r = view.getBoundingClientRect();
    zoom(scale * Math.exp(-e.deltaY / 400), e.clientX - r.left, e.clientY - r.top);
  }, { passive: false });

  let from = null, moved = false;
  view.addEventListener('pointerdown', e => {
    if (e.pointerType !== 'mouse' || e.button > 1) return;
    from = { x: e.clientX, y: e.clientY, left: view.scrollLeft, top: view.scrollTop };
    moved = false;
  });
  window.addEventListener('pointermove', e => {
    if (!from) return;
    const dx = e.clientX - from.x, dy = e.clientY - from.y;
    moved = moved || Math.abs(dx) + Math.abs(dy) > 4;
    if (!moved) return;
    view.classList.add('drag');
    view.scrollLeft = from.left - dx;
    view.scrollTop = from.top - dy;
  });
  window.addEventListener('pointerup', () => { from = null; view.classList.remove('drag'); });
  view.addEventListener('click', e => {
    const s = e.target.closest('[id^="on-"]');
    if (moved) { e.preventDefault(); moved = false; return; }
    const a = s && $(s.id.slice(3));
    if (a && a.tagName === 'ARTICLE') open(a, false);
  });
  document.addEventListener('click', e => {
    const link = e.target.closest('a.to-map');
    const a = link && $(link.getAttribute('href').slice(4));
    if (!a) return;
    e.preventDefault();
    window.scrollTo(0, 0);
    open(a, true);
    view.focus();
  });
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Escape') { if (find.value !== '' && document.activeElement === find) { find.value = ''; } close(); view.focus(); return; }
    if (document.activeElement === find) {
      if (e.key === 'Enter') { e.preventDefault(); step(e.shiftKey ? -1 : 1); }
      return;
    }
    switch (e.key) {
      case '+': case '=': zoom(scale * 1.25); break;
      case '-': zoom(scale / 1.25); break;
      case '0': zoom(1); break;
      case 'f': case 'F': fit(); break;
      case 'n': step(1); break;
      case 'N': case 'p': step(-1); break;
      case '/': find.focus(); find.select(); break;
      default: return;
    }
    e.preventDefault();
  });
  zoom(Math.min(1, view.clientWidth / box.width));
  view.scrollLeft = document.dir === 'rtl' ? view.scrollWidth : 0;
  view.scrollTop = 0;
})();
