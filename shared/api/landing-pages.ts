import { line, list, record, text } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';

/** A page that an offer's links can lead to, beside its usual one. */
export interface LandingPage {
  /** For `url_id` of a tracking link. */
  readonly id: string;
  readonly name: string;
}

/** Requests an offer's landing pages (model `OfferUrl`): those that are active, 100 at most. The proxy has to allow the method. */
export const findLandingPages = (offerId: string): ApiRequest<readonly LandingPage[]> =>
  toRequest(
    'OfferUrl',
    'findAll',
    { fields: ['id', 'name', 'status'], filters: { offer_id: offerId, status: 'active' } },
    (data) => {
      const pages = list(data, (row) => {
        const { id, name } = record(row.OfferUrl);
        return text(id) ? { id: text(id), name: line(name) || text(id) } : null;
      });
      // That one is the usual page (seen in the network's own interface).
      return pages.filter(({ id }) => id !== '0');
    },
  );
