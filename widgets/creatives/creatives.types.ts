import type { ReadonlySignal } from '@preact/signals';
import type { Creative, CreativeType, Size } from '../../shared/api/creatives.js';
import type { ApiError } from '../../shared/api/errors.js';
import type { SubIdAttributes } from '../../shared/offer/sub-ids.js';
import type { Resource } from '../../shared/resource.js';

/** In what form a creative is copied: HTML, Markdown, or the tracking link alone. */
export const codeFormats = ['html', 'markdown', 'url'] as const;
export type CodeFormat = (typeof codeFormats)[number];

export const creativeFilters = ['type', 'size'] as const;
export type CreativeFilter = (typeof creativeFilters)[number];

export interface CreativesAttributes extends SubIdAttributes {
  readonly offer: string | null;
  readonly types: readonly CreativeType[];
  /** `300x250` */
  readonly sizes: readonly string[];
  readonly filters: readonly CreativeFilter[];
  readonly pageSize: number;
  readonly pagination: 'pages' | 'more' | 'none';
  readonly code: readonly CodeFormat[];
  readonly preview: 'picture' | 'frame' | 'none';
}

/** `detail` of `hasoffers-load`. */
export interface CreativeList {
  readonly offerId: string;
  readonly creatives: readonly Creative[];
  /** 1-based; of several pages that are shown at once, the last. */
  readonly page: number;
  /** `null` where the network does not say. */
  readonly pageCount: number | null;
  readonly total: number | null;
}

/** `detail` of `hasoffers-copy`. */
export interface CreativeCopy {
  readonly kind: CodeFormat;
  /** What goes to the clipboard. */
  readonly text: string;
  readonly creative: Creative;
}

/** What is filtered by; empty texts do not filter. */
export interface CreativeFilters {
  readonly type: CreativeType | '';
  /** `300x250` */
  readonly size: string;
}

/** A creative's code, which takes a link of the network. */
export type CodeResult =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly text: string }
  | { readonly status: 'error'; readonly error: ApiError };

export interface CreativesModel extends Resource<CreativeList> {
  readonly filters: ReadonlySignal<CreativeFilters>;
  /** Sizes to filter by: those of the attribute, else those that were seen. */
  readonly sizes: ReadonlySignal<readonly Size[]>;
  /** In which form creatives are copied. */
  readonly format: ReadonlySignal<CodeFormat>;
  /** Codes by the id of their creative: of those that were copied. */
  readonly codes: ReadonlySignal<Readonly<Record<string, CodeResult>>>;
  setFilters(change: Partial<CreativeFilters>): void;
  setFormat(format: CodeFormat): void;
  goToPage(page: number): void;
  /** The code, with a link that is requested once; `null` where there is none. Never rejects. */
  createCode(creative: Creative): Promise<string | null>;
}
