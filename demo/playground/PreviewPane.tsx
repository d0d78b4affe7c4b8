import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hosts, type Preview, textSizes, widths } from './configuration.js';
import { Segments } from './Segments.js';

interface PreviewPaneProps {
  readonly preview: Preview;
  readonly languages: readonly string[];
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly onLoad: () => void;
  readonly onChange: (next: Partial<Preview>, edit: string) => void;
}

const hostTitles = { plain: 'Plain', blog: 'Blog', dashboard: 'Dashboard', shop: 'Shop' };
const widthTitles = { fit: 'Fit' };
const textTitles = Object.fromEntries(textSizes.map((size) => [size, `${size} %`]));

/** The element on a page of its own, as wide and as large as asked; a frame that is too wide is drawn smaller. */
export function PreviewPane({ preview, languages, frame, onLoad, onChange }: PreviewPaneProps) {
  const room = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState(0);
  useEffect(() => {
    if (!room.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setAvailable(entry.contentRect.width));
    observer.observe(room.current);
    return () => observer.disconnect();
  }, []);

  const zoom = Number(preview.text) / 100;
  const wanted = preview.width === 'fit' ? available : Number(preview.width);
  const scale = Math.min(1, available / wanted || 1);
  const size = available && {
    width: `${wanted / zoom}px`,
    height: `calc(var(--frame) / ${scale * zoom})`,
    transform: `scale(${scale * zoom})`,
    marginInlineStart: `${(available - wanted * scale) / 2}px`,
  };
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return (
    <>
      <div class="preview-bar">
        <Segments
          name="host"
          label="On a page like"
          words={hosts}
          titles={hostTitles}
          value={preview.host}
          onChoose={(host) => onChange({ host }, 'host')}
        />
        <Segments
          name="width"
          label="Width"
          words={widths}
          titles={widthTitles}
          value={preview.width}
          onChoose={(width) => onChange({ width }, 'width')}
        />
        <label class="pick">
          <span>Text size</span>
          <select onChange={({ currentTarget }) => onChange({ text: currentTarget.value as Preview['text'] }, 'text')}>
            {textSizes.map((text) => (
              <option key={text} value={text} selected={text === preview.text}>
                {textTitles[text]}
              </option>
            ))}
          </select>
        </label>
        <label class="pick">
          <span>Language</span>
          <select onChange={({ currentTarget }) => onChange({ language: currentTarget.value }, 'language')}>
            {languages.map((language) => (
              <option key={language} value={language} selected={language === preview.language}>
                {names.of(language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="room" ref={room}>
        <iframe ref={frame} src="/preview.html" title="Preview" onLoad={onLoad} style={size || undefined} />
      </div>
    </>
  );
}
