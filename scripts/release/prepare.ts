import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parser } from 'keep-a-changelog';

/** What GitHub tells a workflow about where it runs. */
export interface Origin {
  /** Without final slash: https://github.com */
  readonly server: string;
  /** owner/name */
  readonly repository: string;
  /** v1.2.3 */
  readonly tag: string;
}

/** The files that a release changes, in the checkout that it is published from. */
export interface ReleaseFiles {
  readonly packageJson: string;
  readonly readme: string;
  readonly changelog: string;
}

/**
 * Writes the addresses of the repository into what is published: npm refuses provenance for a package that names no
 * repository or another one, and the links of the README have to work on the registry's page.
 *
 * @throws Error if the tag, package.json and CHANGELOG.md do not name the same version
 */
export function prepareRelease(files: ReleaseFiles, { server, repository, tag }: Origin): ReleaseFiles {
  const manifest = JSON.parse(files.packageJson) as { readonly version: string };
  const latest = parser(files.changelog).releases.find(({ date }) => date !== undefined)?.version;
  const versions = [tag, `v${manifest.version}`, `v${latest}`];
  if (new Set(versions).size > 1) {
    throw new Error(`The versions differ: tag ${tag}, package.json v${manifest.version}, CHANGELOG.md v${latest}.`);
  }
  const home = `${server}/${repository}`;
  const published = {
    ...manifest,
    repository: { type: 'git', url: `git+${home}.git` },
    homepage: `${home}#readme`,
    bugs: `${home}/issues`,
  };
  return {
    ...files,
    packageJson: `${JSON.stringify(published, null, 2)}\n`,
    readme: toAbsoluteLinks(files.readme, `${home}/%/${tag}/`),
  };
}

/** Of links `[text](docs/x.md#part)` and pictures `![text](docs/x.webp)`; those with a scheme or to the page itself stay. */
function toAbsoluteLinks(markdown: string, base: string): string {
  return markdown.replace(
    /(!?)(\[[^\]]*\])\((?!#|[a-z]+:)([^)]+)\)/g,
    (_, mark: string, text: string, path: string) => {
      return `${mark}${text}(${base.replace('%', mark ? 'raw' : 'blob')}${path})`;
    },
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: tag = '' } = process.env;
  const read = (file: string): string => readFileSync(file, 'utf8');
  const files = { packageJson: read('package.json'), readme: read('README.md'), changelog: read('CHANGELOG.md') };
  const { packageJson, readme } = prepareRelease(files, { server, repository, tag });
  writeFileSync('package.json', packageJson);
  writeFileSync('README.md', readme);
}
