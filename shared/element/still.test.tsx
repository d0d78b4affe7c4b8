import { expect, it } from 'vitest';
import { drawStill, isDrawn } from './still.js';

const list = () => document.body.appendChild(document.createElement('ul'));

it('draws markup into a node and leaves what is alike where it is', () => {
  const node = list();
  drawStill(
    node,
    <li class="a" title="one">
      one
    </li>,
  );
  const [item] = node.children;
  const text = item?.firstChild;
  drawStill(node, [<li class="b">one</li>, <li>two</li>]);
  expect(node.innerHTML).toBe('<li class="b">one</li><li>two</li>');
  expect(node.firstChild).toBe(item);
  expect(item?.firstChild).toBe(text);
  drawStill(node, <li class="b">three</li>);
  expect(node.innerHTML).toBe('<li class="b">three</li>');
});

it('remembers nothing but the DOM', () => {
  const node = list();
  const own = Object.keys(node);
  drawStill(node, <li>one</li>);
  expect(Object.keys(node)).toEqual(own);
});

it('keeps the focus of an anchor that becomes a link, and does not load a picture again', () => {
  const node = list();
  const show = (href?: string) => (
    <li>
      <a {...(href ? { href } : { role: 'link', tabindex: 0 })}>go</a>
      <img src="data:," alt="" />
    </li>
  );
  drawStill(node, show());
  const anchor = node.querySelector('a') as HTMLAnchorElement;
  anchor.focus();
  const changes: string[] = [];
  const observer = new MutationObserver((records) => changes.push(...records.map(({ target }) => target.nodeName)));
  observer.observe(node, { subtree: true, childList: true, attributes: true });
  drawStill(node, show('/somewhere'));
  for (const { target } of observer.takeRecords()) changes.push(target.nodeName);
  expect(document.activeElement).toBe(anchor);
  expect(anchor.outerHTML).toBe('<a href="/somewhere">go</a>');
  expect([...new Set(changes)]).toEqual(['A']);
});

it("replaces a text that a browser's translator has put elements around", () => {
  const node = list();
  drawStill(node, <li>7.00</li>);
  node.innerHTML = '<li><font><font>sieben</font></font></li>';
  drawStill(node, <li>8.00</li>);
  expect(node.innerHTML).toBe('<li>8.00</li>');
});

it('knows what a node was drawn from', () => {
  const node = list();
  const offer = {};
  expect([
    isDrawn(node, [offer, 'a']),
    isDrawn(node, [offer, 'a']),
    isDrawn(node, [offer, 'b']),
    isDrawn(node, [{}, 'b']),
    isDrawn(list(), [offer, 'b']),
  ]).toEqual([false, true, false, false, false]);
});
