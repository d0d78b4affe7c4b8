/**
 * What optimisers, tag managers and site builders make of a page: imitations of their public descriptions and, where it
 * is published, their code. Each takes the finished page, as they do, and finds script tags by a pattern.
 */

/** A page, and the code behind its script addresses. */
export interface Optimised {
  readonly html: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface Optimiser {
  readonly name: string;
  /** A script tag in which one of these is found is left as it is. */
  readonly exempt?: RegExp;
  /** Scripts run only once the visitor moves, scrolls, types or touches. */
  readonly waitsForVisitor?: true;
  /** @param read - The code of a file on the site. */
  readonly optimise: (page: string, read: (src: string) => string, exempt: RegExp) => Optimised;
}

interface Script {
  readonly tag: string;
  /** As written, with the space before each. */
  readonly attributes: string;
  readonly src: string | undefined;
  readonly code: string;
}

/** Replaces each script that is not exempt. */
const eachScript = (page: string, exempt: RegExp, replace: (script: Script) => string): string =>
  page.replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (tag, attributes: string, code: string) =>
    exempt.test(tag) ? tag : replace({ tag, attributes, src: /\ssrc="([^"]*)"/.exec(attributes)?.[1], code }),
  );

/** Takes scripts out of the page and puts one before its end, with the code of all. */
function combine(
  page: string,
  exempt: RegExp,
  read: (src: string) => string,
  { withInline, file, tag }: { readonly withInline: boolean; readonly file: string; readonly tag: string },
): Optimised {
  const codes: string[] = [];
  const html = eachScript(page, exempt, ({ tag: whole, attributes, src, code }) => {
    if (/\stype="module"/.test(attributes) || (!src && !withInline)) return whole;
    codes.push(src ? read(src) : code);
    return '';
  });
  if (codes.length === 0) return { html, files: {} };
  return { html: html.replace('</body>', `${tag}</body>`), files: { [file]: codes.join('\n;\n') } };
}

/** Puts scripts back one after the other, each when the one before has run, once the visitor does something. */
const delayedLoader = (type: string, srcAttribute: string) => `<script data-loader>
addEventListener('load', () => {
  const events = ['mousemove', 'touchstart', 'keydown', 'wheel'];
  const start = async () => {
    for (const event of events) removeEventListener(event, start);
    for (const waiting of document.querySelectorAll('script[type="${type}"]')) {
      await new Promise((resolve) => {
        const script = document.createElement('script');
        for (const { name, value } of waiting.attributes)
          if (name !== 'type') script.setAttribute(name === '${srcAttribute}' ? 'src' : name, value);
        script.text = waiting.text;
        script.onload = script.onerror = resolve;
        waiting.replaceWith(script);
        if (!script.src) resolve();
      });
    }
  };
  for (const event of events) addEventListener(event, start);
  document.documentElement.dataset.waiting = '';
});
</script>`;

const autoptimize = '/wp-content/cache/autoptimize/js/autoptimize_5d41.js';
const liteSpeed = '/wp-content/litespeed/js/7d79.js?ver=0b9';
const wpRocket = '/wp-content/cache/min/1/ddaf.js';

export const optimisers: readonly Optimiser[] = [
  {
    name: 'Autoptimize, aggregate',
    exempt: /data-noptimize|data-cfasync/,
    optimise: (page, read, exempt) =>
      combine(page, exempt, read, {
        withInline: false,
        file: autoptimize,
        tag: `<script defer src="${autoptimize}"></script>`,
      }),
  },
  {
    name: 'Autoptimize, aggregate with inline scripts',
    exempt: /data-noptimize|data-cfasync/,
    optimise: (page, read, exempt) =>
      combine(page, exempt, read, {
        withInline: true,
        file: autoptimize,
        tag: `<script defer src="${autoptimize}"></script>`,
      }),
  },
  {
    name: 'LiteSpeed Cache, combine',
    exempt: /data-no-optimize=|data-cfasync="false"/,
    optimise: (page, read, exempt) =>
      combine(page, exempt, read, {
        withInline: true,
        file: liteSpeed,
        tag: `<script data-optimized="1" src="${liteSpeed}"></script>`,
      }),
  },
  {
    name: 'LiteSpeed Cache, combine and delay',
    exempt: /data-no-optimize=|data-cfasync="false"/,
    waitsForVisitor: true,
    optimise: (page, read, exempt) =>
      combine(page, exempt, read, {
        withInline: true,
        file: liteSpeed,
        tag: `<script data-optimized="1" type="litespeed/javascript" data-src="${liteSpeed}"></script>${delayedLoader('litespeed/javascript', 'data-src')}`,
      }),
  },
  {
    name: 'LiteSpeed Cache, minify',
    exempt: /data-no-optimize=|data-cfasync="false"/,
    optimise(page, read, exempt) {
      const files: Record<string, string> = {};
      const html = eachScript(page, exempt, ({ tag, src }) => {
        if (!src) return tag;
        const file = `/wp-content/litespeed/js/${Object.keys(files).length}.js`;
        // Other bytes under another name; the rest of the tag stays.
        files[file] = `/* minified */;${read(src)}`;
        return tag.replace(`src="${src}"`, `data-optimized="1" src="${file}?ver=0b9"`);
      });
      return { html, files };
    },
  },
  {
    name: 'WP Rocket, delay',
    exempt: /nowprocket/,
    waitsForVisitor: true,
    optimise(page, _, exempt) {
      const html = eachScript(page, exempt, ({ attributes, code }) => {
        const left = attributes
          .replace(/\stype="([^"]*)"/, ' data-rocket-type="$1"')
          .replace('src=', 'data-rocket-src=');
        return `<script type="text/rocketlazyloadscript"${left}>${code}</script>`;
      });
      const loader = delayedLoader('text/rocketlazyloadscript', 'data-rocket-src');
      return { html: html.replace('</body>', `${loader}</body>`), files: {} };
    },
  },
  {
    name: 'WP Rocket, combine',
    exempt: /data-minify=|data-no-minify=/,
    optimise: (page, read, exempt) =>
      combine(page, exempt, read, {
        withInline: true,
        file: wpRocket,
        tag: `<script src="${wpRocket}" data-minify="1"></script>`,
      }),
  },
  {
    name: 'Cloudflare Rocket Loader',
    // The attribute counts only before `src`.
    exempt: /<script(?:(?!\ssrc=)[^>])*data-cfasync=["']false["']/,
    optimise(page, _, exempt) {
      const html = eachScript(
        page,
        exempt,
        ({ attributes, code }) => `<script type="a1b2-text/javascript"${attributes}>${code}</script>`,
      );
      // Runs the code by itself: `document.currentScript` is null.
      const loader = `<script>addEventListener('DOMContentLoaded', async () => {
        for (const waiting of document.querySelectorAll('script[type="a1b2-text/javascript"]'))
          (0, eval)(waiting.src ? await (await fetch(waiting.src)).text() : waiting.text);
      })</script>`;
      return { html: html.replace('</body>', `${loader}</body>`), files: {} };
    },
  },
  {
    name: 'Google Tag Manager, Custom HTML',
    optimise(page) {
      // What is in the tag arrives at the end of the body, later; scripts are made anew and keep these attributes alone.
      const [, before = '', tag = '', after = ''] = /^([\s\S]*<body>)([\s\S]*)(<\/body>[\s\S]*)$/.exec(page) ?? [];
      const container = `<script>addEventListener('load', () => {
        const holder = document.createElement('div');
        holder.innerHTML = ${JSON.stringify(tag).replaceAll('<', '\\u003c')};
        for (const written of holder.querySelectorAll('script')) {
          const script = document.createElement('script');
          for (const name of ['type', 'src', 'async', 'charset'])
            if (written.hasAttribute(name)) script.setAttribute(name, written.getAttribute(name));
          script.text = written.text;
          written.replaceWith(script);
        }
        document.body.append(...holder.childNodes);
      })</script>`;
      return { html: before + container + after, files: {} };
    },
  },
];

/** Wix makes the element itself, of what was entered into its dialogues, and loads the script into the page. */
export function writeWixPage(entered: string): string {
  const [, server, tag] = /^Server URL: (.*)\nTag name: (.*)\nAttributes:/.exec(entered) ?? [];
  const attributes = [...entered.matchAll(/^ {2}(.*?) = (.*)$/gm)].map(([, name, value]) => [name, value]);
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Wix</title></head><body><script>
    addEventListener('load', () => {
      const script = document.createElement('script');
      script.src = ${JSON.stringify(server)};
      script.onload = () => {
        const element = document.createElement(${JSON.stringify(tag)});
        for (const [name, value] of ${JSON.stringify(attributes)}) element.setAttribute(name, value);
        document.body.append(element);
      };
      document.head.append(script);
    });
  </script></body></html>`;
}
