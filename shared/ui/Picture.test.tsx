import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { noteBroken, showPicture } from './Picture.js';

afterEach(cleanup);

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

it('shows the picture, lazily and decoded beside the main work', () => {
  const { container } = render(showPicture('photo', pixel, '4', 'Mara Okafor'));
  const image = container.querySelector('img');
  expect([image?.loading, image?.decoding, image?.alt]).toEqual(['lazy', 'async', '']);
  expect(container.textContent).toBe('');
});

it.each([null, undefined, ''])('shows the stand-in where the address is %j', (src) => {
  const { container } = render(showPicture('photo', src, '4', 'Mara Okafor'));
  expect(container.textContent).toBe('MO');
});

it('shows the stand-in when the picture does not load, and tries another address', () => {
  const show = (src: string) => showPicture('photo', src, '4', 'Mara Okafor');
  const { container, rerender } = render(show('/one.png'));
  // As an element does for all its pictures, which it draws again when it is told of a broken one.
  container.addEventListener('error', noteBroken, true);
  fireEvent.error(container.querySelector('img') as Element);
  rerender(show('/one.png'));
  expect(container.textContent).toBe('MO');
  rerender(show(pixel));
  expect(container.querySelector('img')?.src).toBe(pixel);
});
