import type { ReadonlySignal } from '@preact/signals';
import type { ApiError } from '../../shared/api/errors.js';
import type { LandingPage } from '../../shared/api/landing-pages.js';
import type { LinkParamName, LinkParams } from '../../shared/api/tracking-link.js';
import type { Offer } from '../../shared/api/types.js';
import type { SubIdAttributes } from '../../shared/offer/sub-ids.js';
import type { Resource } from '../../shared/resource.js';

export const linkInputs = ['deep-link', 'landing-page', 'sub1', 'sub2', 'sub3', 'sub4', 'sub5', 'source'] as const;
export type LinkInput = (typeof linkInputs)[number];

/** The parameter of a link that each field sets. */
export const inputParams: Readonly<Record<LinkInput, LinkParamName>> = {
  'deep-link': 'url',
  'landing-page': 'url_id',
  sub1: 'aff_sub',
  sub2: 'aff_sub2',
  sub3: 'aff_sub3',
  sub4: 'aff_sub4',
  sub5: 'aff_sub5',
  source: 'source',
};

export const linkActions = ['copy', 'qr', 'share', 'open', 'html'] as const;
export type LinkAction = (typeof linkActions)[number];

export interface TrackingLinkAttributes extends SubIdAttributes {
  readonly offer: string | null;
  readonly offers: readonly string[];
  readonly source: 'approved' | 'mine' | 'all' | 'featured';
  readonly inputs: readonly LinkInput[];
  readonly actions: readonly LinkAction[];
  readonly auto: boolean;
  readonly qrSize: number;
  readonly signedIn: boolean;
}

/** `link` of the element, and `detail` of `hasoffers-link`. */
export interface TrackingLink {
  readonly offer: Offer;
  /** As the network wrote it. */
  readonly url: string;
  /** What is noted on it, by the API's names: `{ aff_sub: 'blog' }`. */
  readonly params: LinkParams;
}

/** `detail` of `hasoffers-load`: the one offer of the element, or those to choose from. */
export interface LinkOffers {
  readonly offers: readonly Offer[];
}

/** `detail` of `hasoffers-copy`. */
export interface LinkCopy {
  /** `qr`: an image of it is about to be saved. */
  readonly kind: 'link' | 'html' | 'qr';
  /** What goes to the clipboard; for `qr` what the image says. */
  readonly text: string;
}

/** What is wrong with a value; also the key of its message. */
export type ParamProblem = 'subTooLong' | 'subCharacters' | 'urlNotValid' | 'hostNotAllowed' | 'deepLinksOff';
export type ParamProblems = { readonly [name in LinkParamName]?: ParamProblem | undefined };

/** The link for the chosen offer with the values of the fields. */
export type LinkResult =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly link: TrackingLink }
  | { readonly status: 'error'; readonly error: ApiError };

export interface TrackingLinkModel extends Resource<LinkOffers> {
  /** What there is to choose from. */
  readonly offers: ReadonlySignal<readonly Offer[]>;
  /** `undefined` = the visitor has to choose one. */
  readonly offer: ReadonlySignal<Offer | undefined>;
  /** Of the chosen offer; empty unless the field is shown and the network names some. */
  readonly landingPages: ReadonlySignal<readonly LandingPage[]>;
  /** Values of fields, and of attributes without a field. */
  readonly params: ReadonlySignal<LinkParams>;
  /** Which of them the visitor's token decides. */
  readonly lockedParams: ReadonlySignal<LinkParams>;
  /** What to say beside fields that were left or sent. */
  readonly problems: ReadonlySignal<ParamProblems>;
  /** `undefined` = it was not asked for. */
  readonly result: ReadonlySignal<LinkResult | undefined>;
  readonly link: ReadonlySignal<TrackingLink | null>;
  chooseOffer(id: string): void;
  setParam(name: LinkParamName, value: string): void;
  /** The visitor has left a field: from now on what is wrong with it is said. */
  checkParam(name: LinkParamName): void;
  /** Creates the link, unless it is there; `null` where that is not possible. Never rejects. */
  submit(): Promise<TrackingLink | null>;
  /** The same for other values, which the fields show afterwards. Waits until the offers are loaded. */
  createLink(params?: LinkParams): Promise<TrackingLink | null>;
}
