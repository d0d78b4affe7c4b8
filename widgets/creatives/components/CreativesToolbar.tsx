import { type CreativeType, creativeTypes } from '../../../shared/api/creatives.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { creativesMessages } from '../../../shared/i18n/creatives-messages.js';
import { Select } from '../../../shared/ui/Select.js';
import type { CodeFormat, CreativesAttributes, CreativesModel } from '../creatives.types.js';
import { formatNames, useTypeName } from './format-creative.js';

interface CreativesToolbarProps {
  readonly model: CreativesModel;
  readonly attributes: CreativesAttributes;
}

/** What creatives are filtered by, and in which form they are copied. */
export function CreativesToolbar({ model, attributes }: CreativesToolbarProps) {
  const messages = useMessages(creativesMessages);
  const typeName = useTypeName();
  const { filters, code, types } = attributes;
  const { type, size } = model.filters.value;
  if (!filters.length && code.length < 2) return null;
  return (
    <div part="toolbar" class="toolbar">
      {filters.includes('type') && (
        <Select
          part="filter"
          label={messages.creativeType}
          value={type}
          options={[
            { value: '', label: messages.allTypes },
            ...(types.length ? types : creativeTypes).map((value) => ({
              value: value as string,
              label: typeName(value),
            })),
          ]}
          onSelect={(value) => model.setFilters({ type: value as CreativeType | '' })}
        />
      )}
      {filters.includes('size') && (
        <Select
          part="filter"
          label={messages.creativeSize}
          value={size}
          options={[
            { value: '', label: messages.allSizes },
            ...model.sizes.value.map(({ width, height }) => ({
              value: `${width}x${height}`,
              label: `${width} \u00d7 ${height}`,
            })),
          ]}
          onSelect={(value) => model.setFilters({ size: value })}
        />
      )}
      {code.length > 1 && (
        <Select
          part="filter"
          label={messages.copyAs}
          value={model.format.value}
          options={code.map((value) => ({ value: value as string, label: formatNames[value] }))}
          onSelect={(value) => model.setFormat(value as CodeFormat)}
        />
      )}
    </div>
  );
}
