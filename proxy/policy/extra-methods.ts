import { fieldsOf, filtersOf, type Model, pageParameters, sortsOf } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import { fields, offerRowSchema } from './models.js';
import { offerFileMethods } from './offer-file-methods.js';
import { type ParameterEntry, single } from './parameters.js';
import { either, listOf, mapOf, record, rowsOf, scalar } from './response-schema.js';
import { id, oneOf } from './values.js';

const hostname: Model = {
  name: 'Hostname',
  fields: ['id', 'domain', 'has_ssl', 'type'],
  searchable: { id: 'id', domain: 'text', type: 'word' },
};

const offerUrl: Model = {
  name: 'OfferUrl',
  fields: ['id', 'offer_id', 'name', 'preview_url', 'status'],
  searchable: { id: 'id', offer_id: 'id', name: 'text', status: 'word' },
};

const goal: Model = {
  name: 'Goal',
  fields: ['id', 'offer_id', 'name', 'description', 'payout_type', 'default_payout', 'percent_payout'],
  searchable: { id: 'id', offer_id: 'id', name: 'text', payout_type: 'word' },
};

const creativeTypes = oneOf([
  'file',
  'image banner',
  'flash banner',
  'email creative',
  'offer thumbnail',
  'text ad',
  'html ad',
  'xml feed',
]);

function find(model: Model): readonly ParameterEntry[] {
  return [fieldsOf(model), ...sortsOf(model), ...filtersOf(model), ...pageParameters];
}

function row(model: Model) {
  return record({ [model.name]: record(fields(model.fields)) });
}

const anyKey = /^[A-Za-z0-9]{1,20}$/;
const timezone = record({ Timezone: record(fields(['id', 'keyword', 'location', 'gmt'])) });
const rule = record(fields(['id', 'name', 'req_device_os']));
const targeting = record({ ...fields(['id', 'offer_id', 'rule_id', 'action']), rule });

const payoutRow = record(fields([...goal.fields, 'payout', 'currency']));

/** Methods that read nothing personal. Off until HASOFFERS_ALLOW names them, since the base widgets do without. */
export const extraMethods: readonly ApiMethod[] = [
  defineMethod('Affiliate_Application::findAllTimezones', {
    responseSchema: mapOf(anyKey, timezone),
    empty: [],
    kind: 'static',
  }),
  defineMethod('Affiliate_Application::findAllHostnames', {
    responseSchema: rowsOf(row(hostname)),
    empty: [],
    kind: 'static',
    parameters: [fieldsOf(hostname), ...filtersOf(hostname)],
  }),
  defineMethod('Affiliate_BrandDesign::getTermsAndConditions', { responseSchema: scalar, empty: null, kind: 'static' }),
  defineMethod('Affiliate_Offer::findByCreativeType', {
    responseSchema: either(rowsOf(offerRowSchema), listOf(offerRowSchema)),
    empty: [],
    kind: 'offers',
    parameters: [single('type', creativeTypes, { required: true })],
    megabytes: 8,
  }),
  ...offerFileMethods,
  defineMethod('Affiliate_OfferUrl::findAll', {
    responseSchema: rowsOf(row(offerUrl)),
    empty: [],
    kind: 'offers',
    parameters: find(offerUrl),
  }),
  defineMethod('Affiliate_Goal::findAll', {
    responseSchema: rowsOf(row(goal)),
    empty: [],
    kind: 'offers',
    parameters: find(goal),
  }),
  // Only the member `offer_payout` was seen; what a row may hold is the fields of the model Goal and a bare `payout`.
  defineMethod('Affiliate_Offer::getPayoutDetails', {
    responseSchema: record({ offer_payout: payoutRow, goals: mapOf(anyKey, payoutRow) }),
    empty: null,
    kind: 'offers',
    parameters: [single('offer_id', id, { required: true })],
  }),
  defineMethod('Affiliate_OfferTargeting::getRuleTargetingForOffer', {
    responseSchema: listOf(targeting),
    empty: [],
    kind: 'offers',
    parameters: [single('offer_id', id, { required: true })],
  }),
];
