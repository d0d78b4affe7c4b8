import { conversionFields, conversionStatuses } from '../../shared/api/conversions.js';
import { calendarDay, flag, integer, list, oneOf, timeZone, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { conversionsMessages } from '../../shared/i18n/conversions-messages.js';
import { periods } from '../../shared/report/period.js';
import reportStyles from '../../shared/report/report.css?inline';
import { signedIn } from '../../shared/session/signed-in.js';
import pagerStyles from '../../shared/ui/pager.css?inline';
import tableStyles from '../../shared/ui/table.css?inline';
import { ConversionsView } from './ConversionsView.js';
import ownStyles from './conversions.css?inline';
import { createConversionsModel } from './conversions.model.js';
import {
  type ConversionsAttributes,
  type ConversionsData,
  type ConversionsModel,
  conversionsControls,
  defaultFields,
} from './conversions.types.js';

/**
 * The log of conversions, page by page, newest first. Signed-in: only for whom the host application mints a token with
 * the scope `conversions`.
 *
 * @attr period - Days that end today, in the network's time zone; `month` and `year` are the current ones. At most 93 days.
 * @attr from - First day, `YYYY-MM-DD`; wins over `period`. Of more than 93 days the last ones are shown.
 * @attr to - Last day, `YYYY-MM-DD`.
 * @attr time-zone - IANA name of the network's time zone, which decides what "today" is and is named below the table. Times are shown as the network has them.
 * @attr offer-ids - Nothing but these offers, by their ids. A filter, not a permission.
 * @attr fields - What to show of a conversion, in this order.
 * @attr status - Nothing but conversions with these statuses; all without it.
 * @attr page-size - Conversions per page.
 * @attr pagination - Page numbers, a "Show more" button, or only the first page.
 * @attr controls - Which of these the visitor can choose.
 * @attr download - Shows a button that saves what is loaded as CSV.
 * @prop {ConversionsData | undefined} data - What is shown. Read-only.
 * @fires {ConversionsData} hasoffers-load - Conversions are shown.
 * @fires {RangeChange} hasoffers-range - The visitor is about to see other days; `preventDefault()` stops it.
 * @fires {ConversionActivation} hasoffers-row - A conversion was activated; cancelable.
 * @slot title - Replaces the title.
 * @slot signed-out - Replaces the message that asks to sign in.
 * @part card - The whole.
 * @part title - Title.
 * @part range - Days that are shown.
 * @part toolbar - What the visitor can choose, and the download.
 * @part control - One choice.
 * @part download - Button that saves what is loaded as CSV.
 * @part table - All conversions.
 * @part row - One conversion: a row, or a card in a narrow container.
 * @part time - When it happened.
 * @part status - Whether it is approved, pending or rejected.
 * @part payout - What it pays.
 * @part count - Which conversions of how many are shown.
 * @part pager - Page numbers, or the "Show more" button.
 * @part note - Whose times these are, and whether rows are missing.
 * @part empty - Message where nothing was found.
 */
export const conversions = widget<ConversionsAttributes, ConversionsData, ConversionsModel>({
  tag: 'hasoffers-conversions',
  styles: reportStyles + pagerStyles + tableStyles + ownStyles,
  messages: conversionsMessages,
  signedIn: signedIn(['conversions']),
  attributes: {
    period: oneOf(...periods),
    from: calendarDay,
    to: calendarDay,
    timeZone,
    offerIds: list,
    fields: tokens(conversionFields, defaultFields),
    status: tokens(conversionStatuses, []),
    pageSize: integer({ min: 1, max: 100, default: 25 }),
    pagination: oneOf('pages', 'more', 'none'),
    controls: tokens(conversionsControls, []),
    download: flag,
  },
  properties: { data: (model) => model.state.peek().data },
  createModel: createConversionsModel,
  View: ConversionsView,
});
