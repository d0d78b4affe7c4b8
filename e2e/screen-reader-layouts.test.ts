import { describe, expect, it } from 'vitest';
import { useFixtures } from './fixtures.js';

const { treeOf } = useFixtures();

describe('a screen reader finds', () => {
  it('a manager on a card', async () => {
    expect(await treeOf('card')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph: Mara Okafor
        - paragraph: Partner Manager
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
            - button "Copy Email"
          - listitem:
            - text: "Phone:"
            - link "+44 20 7946 0958":
              - /url: tel:+442079460958
            - button "Copy Phone"
          - listitem:
            - text: "Cell phone:"
            - link "+1 (212) 555-0147":
              - /url: tel:+12125550147
            - button "Copy Cell phone"
          - listitem:
            - text: "Chat: mara.okafor.network"
            - button "Copy Chat"
      - status
      "
    `);
  });

  it('a manager on one line', async () => {
    expect(await treeOf('inline')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Mara Okafor
        - paragraph: Partner Manager
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
          - listitem:
            - text: "Chat: mara.okafor.network"
            - button "Copy Chat"
      - status
      "
    `);
  });

  it('offers in a grid, with controls and pages', async () => {
    expect(await treeOf('grid')).toMatchInlineSnapshot(`
      "
      - search "Search offers":
        - searchbox "Search offers"
        - combobox "Payout":
          - option "Payout" [selected]
          - option "per sale · CPA"
          - option "of the sale · CPS"
          - option "of the sale · CPA + CPS"
          - option "per click · CPC"
          - option "per 1,000 views · CPM"
        - combobox "Sort by":
          - option "Sort by" [selected]
          - option "Name A-Z"
          - option "Name Z-A"
          - option "Lowest payout"
          - option "Highest payout"
          - option "Newest"
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
      - paragraph: 1–1 of 2
      - group "Pages":
        - button "Previous" [disabled]
        - button "Page 1": "1"
        - button "Page 2": "2"
        - button "Next"
      - status
      "
    `);
  });

  it('offers in a list that goes on', async () => {
    expect(await treeOf('list')).toMatchInlineSnapshot(`
      "
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
      - paragraph: 1–1 of 2
      - button "Show more"
      - status
      "
    `);
  });

  it('offers in a table', async () => {
    expect(await treeOf('table')).toMatchInlineSnapshot(`
      "
      - note: We may earn a commission when you use these links.
      - group "Offers":
        - table:
          - rowgroup:
            - row "Offer Payout Category Country Ends Status View offer":
              - columnheader "Offer"
              - columnheader "Payout"
              - columnheader "Category"
              - columnheader "Country"
              - columnheader "Ends"
              - columnheader "Status"
              - columnheader "View offer"
          - rowgroup:
            - 'row "Fern & Clay | UK | CPS 8.5% of the sale Home & Garden United Kingdom – Approved Preview : Fern & Clay | UK | CPS (new tab) View offer : Fern & Clay | UK | CPS (new tab)"':
              - rowheader "Fern & Clay | UK | CPS":
                - paragraph: Fern & Clay | UK | CPS
              - cell "8.5% of the sale":
                - paragraph:
                  - strong: 8.5%
                  - text: of the sale
              - cell "Home & Garden"
              - cell "United Kingdom"
              - cell "–"
              - cell "Approved"
              - 'cell "Preview : Fern & Clay | UK | CPS (new tab) View offer : Fern & Clay | UK | CPS (new tab)"':
                - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
                  - /url: https://www.fernandclay.example/
                - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
                  - /url: http://network/aff_c?offer_id=1004&aff_id=94
            - 'row "Harvest Table | broken markup | US $5.00 per sale Food & Drink United States DAY Approved Preview : Harvest Table | broken markup | US (new tab) View offer : Harvest Table | broken markup | US (new tab)"':
              - rowheader "Harvest Table | broken markup | US":
                - paragraph: Harvest Table | broken markup | US
              - cell "$5.00 per sale":
                - paragraph:
                  - strong: $5.00
                  - text: per sale
              - cell "Food & Drink"
              - cell "United States"
              - cell "DAY"
              - cell "Approved"
              - 'cell "Preview : Harvest Table | broken markup | US (new tab) View offer : Harvest Table | broken markup | US (new tab)"':
                - 'link "Preview : Harvest Table | broken markup | US (new tab)"':
                  - /url: https://harvesttable.example/
                - 'link "View offer : Harvest Table | broken markup | US (new tab)"':
                  - /url: http://network/aff_c?offer_id=1225&aff_id=94
      - paragraph: 1–2 of 2
      - status
      "
    `);
  });

  it('items of a template', async () => {
    expect(await treeOf('own')).toMatchInlineSnapshot(`
      "
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - heading "Fern & Clay | UK | CPS" [level=2]
          - paragraph: 8.5% of the sale
          - link "Go":
            - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 1
      - status
      "
    `);
  });
});
