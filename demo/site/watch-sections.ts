/**
 * Marks the link to the section that is being read, in a list of contents.
 *
 * @param findId - Which link belongs to a section. @default its own id
 */
export function watchSections(
  contents: HTMLElement,
  sections: Iterable<Element>,
  findId: (section: Element) => string = ({ id }) => id,
): void {
  const all = [...sections];
  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => [link.hash.slice(1), link]),
  );
  let current: HTMLAnchorElement | undefined;

  const update = () => {
    // The last one that begins in the upper third of the window, or above it.
    const shown = all.filter((each) => each.getClientRects().length > 0);
    const section = shown.findLast((each) => each.getBoundingClientRect().top < innerHeight / 3);
    const link = section && links.get(findId(section));
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
    // Only the list moves, never the page.
    if (link) link.closest('.docs-aside, .index')?.scrollTo({ top: link.offsetTop - 120 });
  };

  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      update();
    });
  };
  addEventListener('scroll', schedule, { passive: true });
  schedule();
}
