import { categoryIds } from '../data/categories.js';
import { countries } from '../data/countries.js';
import type { OfferSeed } from '../data/offer-seed.js';
import type { Entity, Fields, Related } from '../query/entity.js';
import type { Context } from './context.js';
import { approvalOf, offerFields, requiresApproval } from './offer-fields.js';
import { goalFields } from './offer-parts.js';
import { thumbnailFile } from './thumbnail.js';
import { trackingLink } from './tracking-link.js';

const nothing: Related = { kind: 'nothing', written: '[]' };

/** An offer as a row that can be filtered, sorted and written with its relations. */
export function offerEntity(seed: OfferSeed, context: Context, ownApproval: boolean): Entity {
  const fields = { ...offerFields(seed, context.now), ...context.changes.get(String(seed.id)) };
  return {
    key: String(seed.id),
    fields,
    // AffiliateOffer comes by itself "where relevant".
    // Invention: that is where there is such a row or approval is required, and never in findAll.
    always: ownApproval && (approvalOf(seed) !== null || requiresApproval(seed)) ? ['AffiliateOffer'] : [],
    related: (relation) => relatedOf(seed, relation, context),
  };
}

function relatedOf(seed: OfferSeed, relation: string, context: Context): Related | undefined {
  switch (relation) {
    case 'AffiliateOffer':
      return approvalRow(seed, context.account.affiliateId);
    case 'Thumbnail': {
      const file = thumbnailFile(seed, context.networkId, context.mediaBase);
      if (file) return { kind: 'one', row: file };
      return 'none' in seed.picture ? { kind: 'nothing', written: seed.picture.none } : nothing;
    }
    case 'OfferCategory':
      return { kind: 'many', rows: categoryRows(seed) };
    case 'Country':
      return { kind: 'many', rows: countryRows(seed) };
    case 'TrackingLink':
      if (!context.account.trackingLinks || !hasLink(seed)) return nothing;
      return { kind: 'one', row: trackingLink(seed, context.account.affiliateId, context.trackingBase) };
    case 'Goal':
      return goalRows(seed);
    default:
      return undefined;
  }
}

/**
 * Invention: no link while the affiliate is not approved. Offers whose terms are open and expired ones keep theirs, so
 * that a client has to decide by the offer's state and not by the link.
 */
export function hasLink(seed: OfferSeed): boolean {
  const status = approvalOf(seed);
  return status === 'approved' || (status === null && !requiresApproval(seed));
}

function approvalRow(seed: OfferSeed, affiliateId: string): Related {
  const status = approvalOf(seed);
  if (!status) return nothing;
  return {
    kind: 'one',
    row: {
      id: String(3_000 + seed.id),
      affiliate_id: affiliateId,
      offer_id: String(seed.id),
      approval_status: status,
      agreed_terms_and_conditions: seed.approval === 'agreed' ? '2026-01-03' : null,
    },
  };
}

export function categoryRows(seed: OfferSeed): ReadonlyMap<string, Fields> {
  return new Map(seed.categories.map((name) => [categoryIds[name], { id: categoryIds[name], name }]));
}

const countryByCode = new Map(countries.map((country) => [country.code, country]));

/** Contained country names are written in lower case, as seen on real networks. */
export function countryRows(seed: OfferSeed): ReadonlyMap<string, Fields> {
  return new Map(seed.countries.map((code) => [code, countryRow(code)]));
}

function countryRow(code: string): Fields {
  const country = countryByCode.get(code);
  return { id: country?.id ?? '0', code, name: (country?.name ?? code).toLowerCase(), regions: [] };
}

function goalRows(seed: OfferSeed): Related {
  const rows = goalFields(seed);
  return rows.length === 0 ? nothing : { kind: 'many', rows: new Map(rows.map((row) => [String(row.id), row])) };
}
