/** Stands for a text that is not here yet and keeps its place, so that nothing moves later. */
export const Skeleton = () => <span class="skeleton" />;
