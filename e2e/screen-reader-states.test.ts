import { describe, expect, it } from 'vitest';
import { useFixtures } from './fixtures.js';

const { page, treeOf } = useFixtures();

describe('a screen reader finds', () => {
  it('that nobody is assigned', async () => {
    expect(await treeOf('no-manager')).toMatchInlineSnapshot(`
      "
      - paragraph: No account manager yet.
      - status
      "
    `);
  });

  it('a manager being loaded', async () => {
    expect(await treeOf('manager-waits')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph
        - paragraph
        - list:
          - listitem
          - listitem
          - listitem
          - listitem
      - status
      "
    `);
  });

  it('an old manager', async () => {
    expect(await treeOf('manager-stale')).toMatchInlineSnapshot(`
      "
      - paragraph: This may be out of date. As of TIME
      - button "Try again"
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph: Mara Okafor
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
            - button "Copy Email"
      - status: This may be out of date. As of TIME
      "
    `);
  });

  it('a manager that could not be loaded', async () => {
    expect(await treeOf('manager-fails')).toMatchInlineSnapshot(`
      "
      - paragraph: This could not be loaded. Please try again.
      - button "Try again"
      - status: This could not be loaded. Please try again.
      "
    `);
  });

  it('that there are no offers', async () => {
    expect(await treeOf('no-offers')).toMatchInlineSnapshot(`
      "
      - paragraph: No offers yet.
      - status
      "
    `);
  });

  it('offers being loaded', async () => {
    expect(await treeOf('list-waits')).toMatchInlineSnapshot(`
      "
      - list "Offers"
      - status
      "
    `);
  });

  it('old offers', async () => {
    expect(await treeOf('list-stale')).toMatchInlineSnapshot(`
      "
      - paragraph: This may be out of date. As of TIME
      - button "Try again"
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - article "Fern & Clay | UK | CPS":
            - paragraph: Fern & Clay | UK | CPS
            - text: Home & Garden · United Kingdom
            - paragraph: Featured Approved
            - paragraph:
              - strong: 8.5%
              - text: of the sale
            - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
              - /url: https://www.fernandclay.example/
            - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
              - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 1
      - status: This may be out of date. As of TIME
      "
    `);
  });

  it('offers that could not be loaded', async () => {
    expect(await treeOf('list-fails')).toMatchInlineSnapshot(`
      "
      - paragraph: This is not available at the moment.
      - status: This is not available at the moment.
      "
    `);
  });

  it.each(['manager-asks', 'list-asks'])('the consent prompt: %s', async (id) => {
    expect(await treeOf(id)).toMatchInlineSnapshot(`
      "
      - paragraph: This comes from proxy.example, which then sees your IP address.
      - button "Show it"
      - status
      "
    `);
  });

  it('that it is busy, and which page this is', async () => {
    const busy = (id: string) => page().locator(`#${id} [aria-busy]`).getAttribute('aria-busy');
    expect(await Promise.all(['manager-waits', 'list-waits', 'card', 'grid'].map(busy))).toEqual([
      'true',
      'true',
      'false',
      'false',
    ]);
    expect(await page().locator('#grid [aria-current=page]').innerText()).toBe('1');
  });
});
