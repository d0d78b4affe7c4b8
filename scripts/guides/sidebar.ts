/** The guides by subject, as paths from the repository's root. A test fails when one of `docs/*.md` is missing. */
export const sidebar = [
  {
    title: 'Introduction',
    files: [
      'docs/getting-started.md',
      'docs/elements.md',
      'docs/offer.md',
      'docs/stats.md',
      'docs/tracking-link.md',
      'docs/creatives.md',
      'docs/payments.md',
      'docs/messages.md',
      'docs/conversions.md',
    ],
  },
  { title: 'Customize', files: ['docs/theming.md', 'docs/languages.md'] },
  {
    title: 'Integrate',
    files: [
      'docs/frameworks.md',
      'docs/site-builders.md',
      'docs/wordpress.md',
      'docs/content-security-policy.md',
      'docs/consent.md',
      'docs/analytics.md',
    ],
  },
  {
    title: 'Proxy',
    files: [
      'docs/proxy.md',
      'docs/proxy-deployment.md',
      'docs/php.md',
      'docs/signed-in.md',
      'docs/portal.md',
      'SECURITY.md',
    ],
  },
  { title: 'Quality', files: ['docs/errors.md', 'docs/accessibility.md', 'docs/performance.md'] },
  { title: 'Project', files: ['sample-network/README.md', 'CHANGELOG.md'] },
] as const;

/** All of them, in the order of reading. */
export const docsFiles: readonly string[] = sidebar.flatMap(({ files }) => [...files]);

/** `docs/theming.md` → `/docs/theming.html`, `sample-network/README.md` → `/docs/sample-network.html`. */
export const toPagePath = (file: string): string =>
  `/docs/${file
    .replace(/^docs\/|\/README(?=\.md$)/g, '')
    .replace(/\.md$/, '.html')
    .toLowerCase()}`;
