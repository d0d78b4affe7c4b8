import { fieldsOf, filtersOf, type Model, pageParameters, sortsOf } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import { fields } from './models.js';
import { single } from './parameters.js';
import { type ResponseSchema, record, rowsOf, textUpTo } from './response-schema.js';
import { id } from './values.js';

/** Without `code`: it is HTML to be put into a page. */
const offerFile: Model = {
  name: 'OfferFile',
  fields: [
    'id',
    'offer_id',
    'display',
    'filename',
    'size',
    'status',
    'type',
    'width',
    'height',
    'url',
    'thumbnail',
    'expiration_date',
  ],
  searchable: {
    id: 'id',
    offer_id: 'id',
    display: 'text',
    type: 'text',
    status: 'word',
    width: 'number',
    height: 'number',
  },
};

const offerFileWithCode: Model = { ...offerFile, fields: [...offerFile.fields, 'code'] };

/** A creative's HTML; one that is larger is left out of its row. */
const code = textUpTo(64_000);

function findAll(model: Model, row: { readonly [name: string]: ResponseSchema }, megabytes: number): ApiMethod {
  return defineMethod('Affiliate_OfferFile::findAll', {
    responseSchema: rowsOf(record({ OfferFile: record(row) })),
    empty: [],
    kind: 'offers',
    parameters: [fieldsOf(model), ...sortsOf(model), ...filtersOf(model), ...pageParameters],
    megabytes,
  });
}

/** Methods for creatives: pictures, texts and files to promote an offer with. */
export const offerFileMethods: readonly ApiMethod[] = [
  findAll(offerFile, fields(offerFile.fields), 2),
  defineMethod('Affiliate_OfferFile::findById', {
    responseSchema: record({ OfferFile: record(fields(offerFile.fields)) }),
    empty: null,
    kind: 'offers',
    parameters: [single('id', id, { required: true }), fieldsOf(offerFile)],
  }),
];

/**
 * What HASOFFERS_ALLOW names for `findAll` with the HTML of creatives, which somebody else wrote: an affiliate has to want it.
 */
export const codeSwitch = 'Affiliate_OfferFile::findAll+code';

/** `findAll` with that HTML; takes the place of the one without. */
export const findFilesWithCode: ApiMethod = findAll(offerFileWithCode, { ...fields(offerFile.fields), code }, 8);
