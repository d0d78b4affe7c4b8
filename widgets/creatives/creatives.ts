import { creativeTypes } from '../../shared/api/creatives.js';
import { integer, oneOf, pixelSizes, text, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { creativesMessages } from '../../shared/i18n/creatives-messages.js';
import { subIdAttributes } from '../../shared/offer/sub-ids.js';
import pagerStyles from '../../shared/ui/pager.css?inline';
import { CreativesView } from './CreativesView.js';
import ownStyles from './creatives.css?inline';
import { createCreativesModel } from './creatives.model.js';
import {
  type CreativeList,
  type CreativesAttributes,
  type CreativesModel,
  codeFormats,
  creativeFilters,
} from './creatives.types.js';

/**
 * An offer's creatives: pictures, texts and files of the network, each to copy as code with your tracking link in it. The
 * proxy has to allow `Affiliate_OfferFile::findAll`.
 *
 * @attr offer - Id of the offer.
 * @attr types - Which creatives. Of `text`, `html` and `email` the code is shown where the proxy allows
 *   `Affiliate_OfferFile::findAll+code`; without it only their link can be copied.
 * @attr sizes - Only these sizes: `300x250,728x90`.
 * @attr filters - Shows controls that filter the creatives.
 * @attr page-size - Creatives per page.
 * @attr pagination - Page numbers, a "Show more" button, or only the first page.
 * @attr code - In which form creatives are copied. Of several, the visitor chooses one; the first is the default.
 * @attr aff-sub - First sub-id of every link.
 * @attr aff-sub2 - Second sub-id.
 * @attr aff-sub3 - Third sub-id.
 * @attr aff-sub4 - Fourth sub-id.
 * @attr aff-sub5 - Fifth sub-id.
 * @attr aff-source - The `source` of every link.
 * @attr preview - Thumbnails of pictures and the code of texts, the latter drawn in a frame that runs no script, or nothing.
 *   `frame` needs `frame-src blob:` where the page has a policy.
 * @fires {CreativeList} hasoffers-load - Creatives are shown.
 * @fires {CreativeCopy} hasoffers-copy - The code of a creative is about to be copied; cancelable.
 * @part toolbar - Controls above the creatives.
 * @part filter - One control.
 * @part list - All creatives.
 * @part item - One creative.
 * @part preview - Box of its picture, frame or code.
 * @part picture - Its picture.
 * @part name - Its name.
 * @part size - Its type and size.
 * @part code - Its code.
 * @part copy - Button that copies the code.
 * @part note - Remark, such as that it has expired.
 * @part count - Which creatives of how many are shown.
 * @part pager - Page numbers, or the "Show more" button.
 * @part previous - Button to the previous page.
 * @part next - Button to the next page.
 * @part empty - Message when there are no creatives, or none that match.
 */
export const creatives = widget<CreativesAttributes, CreativeList, CreativesModel>({
  tag: 'hasoffers-creatives',
  styles: pagerStyles + ownStyles,
  messages: creativesMessages,
  attributes: {
    offer: text,
    types: tokens(creativeTypes, ['image', 'text']),
    sizes: pixelSizes,
    filters: tokens(creativeFilters, []),
    pageSize: integer({ min: 1, max: 100, default: 12 }),
    pagination: oneOf('pages', 'more', 'none'),
    code: tokens(codeFormats, ['html']),
    ...subIdAttributes,
    preview: oneOf('picture', 'frame', 'none'),
  },
  createModel: createCreativesModel,
  View: CreativesView,
});
