import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Picture } from './Picture.js';

afterEach(cleanup);

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const picture = (src: string | null | undefined) => <Picture part="photo" src={src} id="4" name="Mara Okafor" />;

it('shows the picture, lazily and decoded beside the main work', () => {
  const { container } = render(picture(pixel));
  const image = container.querySelector('img');
  expect([image?.loading, image?.decoding, image?.alt]).toEqual(['lazy', 'async', '']);
  expect(container.textContent).toBe('');
});

it.each([null, undefined, ''])('shows initials where the URL is %j', (src) => {
  const { container } = render(picture(src));
  expect(container.textContent).toBe('MO');
});

it('shows initials when the picture does not load, and tries another URL', async () => {
  const { container, rerender } = render(picture('/one.png'));
  fireEvent.error(container.querySelector('img') as Element);
  await expect.poll(() => container.textContent).toBe('MO');
  rerender(picture('/one.png'));
  expect(container.textContent).toBe('MO');
  rerender(picture(pixel));
  expect(container.querySelector('img')?.src).toBe(pixel);
});

it('tries a picture again when the visitor is online again', async () => {
  const { container } = render(picture('/one.png'));
  fireEvent.error(container.querySelector('img') as Element);
  await expect.poll(() => container.textContent).toBe('MO');
  // The listener is there after the next paint.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => container.querySelector('img')).not.toBeNull();
});
