/** One line of a doc block that begins with `@`: `@fires {Contact} hasoffers-contact - A way to get in touch is used.` */
export interface DocTag {
  readonly tag: string;
  /** Between braces; empty when there are none. */
  readonly type: string;
  readonly name: string;
  readonly text: string;
}

export interface DocBlock {
  /** What stands above the first tag. */
  readonly summary: string;
  readonly tags: readonly DocTag[];
}

const tagged = /^@(?<tag>\w+)(?: \{(?<type>.+?)\}(?= ))?(?: (?<name>[\w-]+) -)?(?: (?<text>.*))?$/;

/** @param comment - The comment with its stars. */
export function parseDocBlock(comment: string): DocBlock {
  const lines = comment
    .replace(/^\s*\/\*\*|\*\/\s*$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  const [summary = '', ...rest] = lines.join('\n').split(/^(?=@)/m);
  const tags = rest.map((text): DocTag => {
    const groups = tagged.exec(joinLines(text))?.groups ?? {};
    return { tag: groups.tag ?? '', type: groups.type ?? '', name: groups.name ?? '', text: groups.text ?? '' };
  });
  return { summary: joinLines(summary), tags };
}

/** Paragraphs stay apart. */
const joinLines = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '))
    .join('\n\n');
