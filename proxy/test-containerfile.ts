/** One instruction of a container file, comments and continuation lines resolved. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** Instructions by stage; each stage begins with its FROM. */
export function parseContainerfile(source: string): readonly (readonly Instruction[])[] {
  const lines = source.replaceAll(/^\s*#.*$/gm, '').replaceAll(/\\\n/g, ' ');
  const stages: Instruction[][] = [];
  for (const line of lines.split('\n').filter((line) => line.trim() !== '')) {
    const [, name = '', text = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, text });
  }
  return stages;
}

/** A command written as a JSON list; `undefined` = through a shell, which keeps signals to itself. */
export function readCommand(text: string): readonly string[] | undefined {
  const list = /\[.*\]$/.exec(text)?.[0];
  return list === undefined ? undefined : (JSON.parse(list) as string[]);
}

const known = /^(?:FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|HEALTHCHECK|CMD)$/;

/** What a linter for container files says of the mistakes that matter here; there is none to be had as a package. */
export function lintContainerfile(source: string): readonly string[] {
  const stages = parseContainerfile(source);
  const all = stages.flat();
  const last = stages.at(-1) ?? [];
  const find = (name: string): string => last.findLast((instruction) => instruction.name === name)?.text ?? '';
  const problems = all
    .filter(({ name }) => !known.test(name))
    .map(({ name, text }) => `unknown instruction ${name} ${text}`);
  const check = (isGood: boolean, problem: string): void => {
    if (!isGood) problems.push(problem);
  };
  const bases = all.filter(({ name }) => name === 'FROM').map(({ text }) => text.split(' ')[0] ?? '');
  for (const base of bases) {
    check(/\/[^:]+:(?!latest)[\w.-]+$/.test(base), `${base} is not a full name with a version`);
  }
  check(!/^(?:|root|0)$/.test(find('USER')), 'it runs as root');
  check(readCommand(find('CMD')) !== undefined, 'CMD is no JSON list');
  check(readCommand(find('HEALTHCHECK')) !== undefined, 'HEALTHCHECK is missing or no JSON list');
  check(!all.some(({ name, text }) => name === 'COPY' && /^(?:\.|\*)\s/.test(text)), 'COPY takes secrets along');
  check(!all.some(({ name, text }) => name === 'ENV' && /KEY|TOKEN|SECRET/.test(text)), 'ENV writes a secret down');
  check(
    all.filter(({ name }) => name === 'WORKDIR').every(({ text }) => text.startsWith('/')),
    'WORKDIR is relative',
  );
  return problems;
}
