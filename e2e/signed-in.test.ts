import { describe, expect, it } from 'vitest';
import { axeViolations, openTab, textOf } from './browser.js';
import { clicks, lines, member, otherSecret, subIds, tokens, useSignedInHarness } from './signed-in-harness.js';
import { plainPage } from './site.js';

const signedIn = useSignedInHarness();
const manager = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';

describe('a page with signed-in elements', () => {
  it('requests one token for five of them, and shows a member its own rows', async () => {
    const from = signedIn.tokenCalls();
    const tab = await signedIn.open(clicks().repeat(5));
    for (let index = 0; index < 5; index += 1) await expect.poll(() => subIds(tab, index)).toEqual(['member-1']);
    expect(signedIn.tokenCalls() - from).toBe(1);
    expect(signedIn.harness.network.calls).toHaveLength(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('requests none where all elements are public, and these never send it', async () => {
    const from = signedIn.tokenCalls();
    const tab = await signedIn.open(manager);
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(signedIn.tokenCalls() - from).toBe(0);
    const sent: (string | undefined)[] = [];
    tab.page.on('request', (request) => {
      if (request.url().includes('getAccountManager')) sent.push(request.headers().authorization);
    });
    await tab.page
      .locator('main')
      .evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), clicks() + manager);
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await expect.poll(() => sent).toEqual([undefined]);
    await tab.close();
  });

  it('keeps the token out of URLs, storage, console, events, cookies and the network', async () => {
    const listen = `<script>
      window.details = [];
      for (const type of ['hasoffers-load', 'hasoffers-error']) {
        addEventListener(type, ({ detail }) => details.push(JSON.stringify(detail)));
      }
    </script>`;
    const tab = await signedIn.open(clicks(), listen);
    const said: string[] = [];
    tab.page.on('console', (message) => said.push(message.text()));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    signedIn.served = [() => otherSecret.mint(member('member-1'))];
    await tab.page.evaluate(() => window.HasOffersWidgets?.configure({ debug: true }));
    await tab.page.evaluate(() => {
      window.HasOffersWidgets?.signOut();
      return Object(document.querySelector('hasoffers-test-clicks')).refresh();
    });
    await expect.poll(() => tab.page.evaluate(() => Object(window).details.join())).toContain('signed-out');
    const traces = await tab.page.evaluate(() => [
      location.href,
      document.cookie,
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, performance.getEntries(), Object(window).details]),
      document.documentElement.outerHTML,
    ]);
    const all = [
      ...traces,
      ...said,
      ...signedIn.harness.site.requests,
      JSON.stringify(signedIn.harness.network.calls),
    ].join('\n');
    expect(signedIn.minted.length).toBeGreaterThan(1);
    for (const token of signedIn.minted) expect(all).not.toContain(token.split('.')[1]);
    await tab.close();
  });

  it('says that nobody is signed in, and the proxy is not called', async () => {
    signedIn.served = [];
    const from = signedIn.proxyCalls();
    const tab = await signedIn.open(clicks());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in to see this.');
    expect(signedIn.proxyCalls() - from).toBe(0);
    expect(await axeViolations(tab.page)).toEqual([]);
    signedIn.served = [() => tokens.mint(member('member-1'))];
    await tab.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.close();
  });

  it('may stand on another origin than the proxy', async () => {
    const tab = await signedIn.open(clicks(`endpoint="${signedIn.elsewhere.url}/proxy"`));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('forgets elements that are removed for ever', async () => {
    const { page, close } = await signedIn.open('<div id="place"></div>');
    const put = (html: string) =>
      page.locator('#place').evaluate((place, content) => {
        place.innerHTML = content;
      }, html);
    const allShown = () =>
      page.waitForFunction(() =>
        [...document.querySelectorAll('#place > *')].every((element) => element.matches(':state(ready)')),
      );
    // Once before counting: the browser itself retains what it painted first.
    for (const html of [clicks(), '', clicks().repeat(3)]) {
      await put(html);
      await allShown();
    }
    await page.evaluate(() => {
      const elements = [...document.querySelectorAll('#place > *')];
      Object.assign(window, { gone: elements.map((element) => new WeakRef(element)) });
      for (const element of elements) element.remove();
    });
    const session = await page.context().newCDPSession(page);
    await expect
      .poll(async () => {
        await session.send('HeapProfiler.collectGarbage');
        return page.evaluate(() =>
          (window as unknown as { gone: WeakRef<Element>[] }).gone.map((each) => each.deref()?.localName),
        );
      })
      .toEqual([undefined, undefined, undefined]);
    await close();
  });

  it('may have a strict policy', async () => {
    const inline = `<script src="/settings.js"></script><script src="/hasoffers-test.js" data-endpoint="/hasoffers"></script>`;
    signedIn.harness.site.route('/settings.js', (_, response) => {
      response.end("window.HasOffersWidgets = { token: () => fetch('/widget-token').then((reply) => reply.text()) }");
    });
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'";
    const html = plainPage(clicks(), inline).replace(/<style>.*<\/style>/, '');
    const tab = await openTab(
      signedIn.harness.browser,
      signedIn.harness.site.page('/', { html, headers: { 'content-security-policy': policy } }),
    );
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.page.evaluate(() => window.HasOffersWidgets?.signOut());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect(tab.consoleErrors.filter((line) => line.includes('policy'))).toEqual([]);
    await tab.close();
  });
});

describe('what one member sees is never shown to another', () => {
  it('on a page with two endpoints and two locks', async () => {
    signedIn.served = [() => tokens.mint(member('member-1')), () => tokens.mint(member('member-2'))];
    const tab = await signedIn.open(clicks() + clicks('endpoint="/second"') + clicks() + clicks('endpoint="/second"'));
    for (const index of [0, 1, 2, 3]) await expect.poll(() => lines(tab, index)).toHaveLength(1);
    const [first, second, third, fourth] = await Promise.all([0, 1, 2, 3].map((index) => subIds(tab, index)));
    expect([first, second].sort()).toEqual([['member-1'], ['member-2']]);
    expect([third, fourth]).toEqual([first, second]);
    await tab.close();
  });

  it('when one signs out and another signs in', async () => {
    const tab = await signedIn.open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    signedIn.served = [() => tokens.mint(member('member-2'))];
    const from = [signedIn.tokenCalls(), signedIn.proxyCalls()] as const;
    const atOnce = await tab.page.evaluate(() => {
      window.HasOffersWidgets?.signOut();
      return document.querySelector('hasoffers-test-clicks')?.shadowRoot?.textContent;
    });
    expect(atOnce).not.toContain('member-1');
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect([signedIn.tokenCalls(), signedIn.proxyCalls()]).toEqual(from);
    await tab.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => subIds(tab)).toEqual(['member-2']);
    await tab.close();
  });

  it('when who signed out elsewhere comes back by the back button', async () => {
    const tab = await signedIn.open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    signedIn.served = [];
    await tab.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    await tab.close();
  });
});
