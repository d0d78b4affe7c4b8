import { mayPromote } from '../../../shared/api/offer-status.js';
import type { LinkParamName } from '../../../shared/api/tracking-link.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { trackingLinkMessages } from '../../../shared/i18n/tracking-link-messages.js';
import { Icon } from '../../../shared/ui/Icon.js';
import {
  inputParams,
  type LinkInput,
  type TrackingLinkAttributes,
  type TrackingLinkModel,
} from '../tracking-link.types.js';
import { Field } from './Field.js';
import { OfferChoice } from './OfferChoice.js';

interface LinkFormProps {
  readonly model: TrackingLinkModel;
  readonly attributes: TrackingLinkAttributes;
  /** There are several offers. */
  readonly hasChoice: boolean;
}

/** The offer, its fields, and the button. */
export function LinkForm({ model, attributes, hasChoice }: LinkFormProps) {
  const messages = useMessages(trackingLinkMessages);
  const offer = model.offer.value;
  const isBusy = model.result.value?.status === 'loading';
  const isUsable = offer === undefined || mayPromote(offer);
  const lacksDeepLinks = attributes.inputs.includes('deep-link') && offer?.allowsDeepLinks === false;
  return (
    <form
      part="form"
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void model.submit();
      }}
    >
      {hasChoice && <OfferChoice model={model} />}
      {isUsable && attributes.inputs.map((input) => <ParamField key={input} input={input} model={model} />)}
      {isUsable && (
        <button
          type="submit"
          part="button"
          class="primary"
          // It keeps the focus that it has, so it is marked and not disabled.
          aria-disabled={isBusy || !offer}
          key={messages.createLink}
        >
          {messages.createLink}
        </button>
      )}
      {isUsable && lacksDeepLinks && (
        <p part="note" class="note muted" key={messages.deepLinksOff}>
          {messages.deepLinksOff}
        </p>
      )}
    </form>
  );
}

interface ParamFieldProps {
  readonly input: LinkInput;
  readonly model: TrackingLinkModel;
}

/** One value of the link: a field to write in, or a list to choose from. */
function ParamField({ input, model }: ParamFieldProps) {
  const messages = useMessages(trackingLinkMessages);
  const name: LinkParamName = inputParams[input];
  const problem = model.problems.value[name];
  const isLocked = name in model.lockedParams.value;
  const value = model.params.value[name] ?? '';
  const pages = model.landingPages.value;
  if (input === 'deep-link' && model.offer.value?.allowsDeepLinks === false) return null;
  if (input === 'landing-page' && !pages.length) return null;
  return (
    <Field
      id={input}
      label={labelOf(input, messages)}
      problem={problem && messages[problem]}
      hint={isLocked ? messages.lockedValue : undefined}
      isWide={input === 'deep-link'}
    >
      {(description) =>
        input === 'landing-page' ? (
          <div class="control">
            <select
              part="input"
              id={input}
              value={value}
              onChange={({ currentTarget }) => model.setParam(name, currentTarget.value)}
            >
              <option value="">{messages.defaultPage}</option>
              {pages.map((page) => (
                <option key={page.id} value={page.id}>
                  {page.name}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </div>
        ) : (
          <input
            part="input"
            id={input}
            inputMode={input === 'deep-link' ? 'url' : 'text'}
            placeholder={input === 'deep-link' ? 'https://' : undefined}
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={value}
            readOnly={isLocked}
            {...description}
            onInput={({ currentTarget }) => model.setParam(name, currentTarget.value)}
            onChange={() => model.checkParam(name)}
          />
        )
      }
    </Field>
  );
}

function labelOf(input: LinkInput, messages: { readonly [name in keyof typeof trackingLinkMessages]: string }): string {
  if (input === 'deep-link') return messages.deepLink;
  if (input === 'landing-page') return messages.landingPage;
  return input === 'source' ? messages.sourceName : messages[input];
}
