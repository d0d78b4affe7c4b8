import { calendarDay, integer, list, oneOf, optional, timeZone, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { statsMessages } from '../../shared/i18n/stats-messages.js';
import { periods } from '../../shared/report/period.js';
import reportStyles from '../../shared/report/report.css?inline';
import { signedIn } from '../../shared/session/signed-in.js';
import sharedTableStyles from '../../shared/ui/table.css?inline';
import chartStyles from './chart.css?inline';
import { StatsView } from './StatsView.js';
import ownStyles from './stats.css?inline';
import { createStatsModel } from './stats.model.js';
import {
  defaultMetrics,
  groupings,
  metrics,
  type StatsAttributes,
  type StatsData,
  type StatsModel,
  statsControls,
} from './stats.types.js';
import tableStyles from './tables.css?inline';

/**
 * What the affiliate earned: numbers with their change, a chart by day, and the best offers, sources, countries or
 * sub-ids. Signed-in: only for whom the host application mints a token with the scope `stats`.
 *
 * @attr period - Days that end today, in the network's time zone; `month` and `year` are the current ones.
 * @attr from - First day, `YYYY-MM-DD`; wins over `period`. At most 400 days.
 * @attr to - Last day, `YYYY-MM-DD`.
 * @attr compare - `previous`: with as many days before.
 * @attr metrics - What to show, in this order.
 * @attr layout - Numbers and chart, one of the two, or one line.
 * @attr group-by - Adds the table of the best.
 * @attr rows - Rows of that table, 1 to 100; the others are one more row.
 * @attr controls - Which of these the visitor can choose himself.
 * @attr offer-ids - Nothing but these offers, by their ids. A filter, not a permission.
 * @attr time-zone - IANA name of the network's time zone, which decides what "today" is. Without it the visitor's date counts, corrected by what the report has.
 * @prop {StatsData | undefined} data - What is shown. Read-only.
 * @fires {StatsData} hasoffers-load - The figures are shown.
 * @fires {RangeChange} hasoffers-range - The visitor is about to see other days; `preventDefault()` stops it.
 * @fires {RowActivation} hasoffers-row - A row of the table of the best was activated; cancelable.
 * @slot title - Replaces the title.
 * @slot signed-out - Replaces the message that asks to sign in.
 * @part card - The whole.
 * @part title - Title.
 * @part range - Days that are shown.
 * @part controls - What the visitor can choose.
 * @part numbers - All numbers.
 * @part number - One number with its label, change and sparkline.
 * @part number-label - What it counts.
 * @part number-value - The number itself.
 * @part number-change - Its change against the days before.
 * @part sparkline - Its course.
 * @part chart - Chart with its labels.
 * @part plot - The drawing.
 * @part axis - Labels of an axis.
 * @part grid - Lines behind the series.
 * @part series - The days that are shown.
 * @part previous-series - The days before.
 * @part point - Mark of the chosen day.
 * @part tip - Values of the chosen day, or of all days.
 * @part table-toggle - Button that shows the table of days.
 * @part download - Button that saves the days as CSV.
 * @part table - Table of days.
 * @part groups - Table of the best.
 * @part row - A row of it.
 * @part note - Remark below the chart.
 * @part empty - Message where nothing happened.
 * @cssprop --hasoffers-number-size - Size of the quick numbers.
 * @cssprop --hasoffers-chart-series - Colour of the days that are shown.
 * @cssprop --hasoffers-chart-previous - Colour of the days before.
 * @cssprop --hasoffers-chart-grid - Colour of the lines behind.
 */
export const stats = widget<StatsAttributes, StatsData, StatsModel>({
  tag: 'hasoffers-stats',
  styles: reportStyles + ownStyles + chartStyles + sharedTableStyles + tableStyles,
  messages: statsMessages,
  signedIn: signedIn(['stats']),
  attributes: {
    period: oneOf(...periods),
    from: calendarDay,
    to: calendarDay,
    compare: oneOf('previous', 'none'),
    metrics: tokens(metrics, defaultMetrics),
    layout: oneOf('card', 'numbers', 'chart', 'inline'),
    groupBy: optional(groupings),
    rows: integer({ min: 1, max: 100, default: 10 }),
    controls: tokens(statsControls, []),
    offerIds: list,
    timeZone,
  },
  properties: { data: (model) => model.state.peek().data },
  createModel: createStatsModel,
  View: StatsView,
});
