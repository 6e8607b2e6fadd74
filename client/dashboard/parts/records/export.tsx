import { Progress as Bar, Button, Modal, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session-context.ts';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Explained } from '../explained.tsx';
import { DownloadRefused, type FileFormat, fetchFile, keepFile, type Progress } from './download.ts';
import classes from './export.module.css';

type State =
  | { readonly is: 'ready' }
  | { readonly is: 'running'; readonly progress: Progress }
  | { readonly is: 'done'; readonly progress: Progress }
  | { readonly is: 'failed'; readonly refusal: DownloadRefused | null };

const NOTHING: Progress = { rows: 0, bytes: 0 };

/** A button that makes a file of what is shown. `address` answers with the whole of it, narrowed down by `filters`. */
export function Export({
  address,
  name,
  filters,
}: {
  /** Below this server, such as `/api/v1/whatsapp/usage`. */
  readonly address: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly filters: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="md"
        leftSection={<IconDownload size={18} stroke={1.7} />}
        onClick={() => setOpened(true)}
      >
        {t('records:export.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('records:export.title')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <Making address={address} name={name} filters={filters} />
      </Modal>
    </>
  );
}

function Making({ address, name, filters }: Parameters<typeof Export>[0]) {
  const { t } = useTranslation();
  const { timeZone } = useSession();
  const [format, setFormat] = useState<FileFormat>('csv');
  const [state, setState] = useState<State>({ is: 'ready' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = () => {
    const controller = new AbortController();
    running.current = controller;
    let progress = NOTHING;
    setState({ is: 'running', progress });
    const query = new URLSearchParams({ ...filters, format });
    fetchFile(`${address}?${query}`, format, {
      signal: controller.signal,
      onProgress(next) {
        progress = next;
        setState({ is: 'running', progress });
      },
    }).then(
      (file) => {
        keepFile(file, `${name}.${format}`);
        setState({ is: 'done', progress });
      },
      (error: unknown) => {
        if (controller.signal.aborted) setState({ is: 'ready' });
        else setState({ is: 'failed', refusal: error instanceof DownloadRefused ? error : null });
      },
    );
  };

  const narrowed = Object.keys(filters).length > 0;
  return (
    <div className={classes.making}>
      <p>{narrowed ? t('records:export.filtered') : t('records:export.all')}</p>
      <SegmentedControl
        aria-label={t('records:export.format')}
        fullWidth
        value={format}
        disabled={state.is === 'running'}
        onChange={(value) => {
          setFormat(value === 'jsonl' ? 'jsonl' : 'csv');
          setState({ is: 'ready' });
        }}
        data={[
          { value: 'csv', label: t('records:export.csv') },
          { value: 'jsonl', label: t('records:export.jsonl') },
        ]}
      />
      <p className={classes.note}>
        {format === 'csv' ? t('records:export.csvNote') : t('records:export.jsonlNote')}{' '}
        {format === 'csv' && <Ltr>{timeZone}</Ltr>}
      </p>
      <Outcome state={state} />
      {state.is === 'running' ? (
        <Button variant="default" size="md" onClick={() => running.current?.abort()}>
          {t('records:export.stop')}
        </Button>
      ) : (
        <Button size="md" onClick={start}>
          {state.is === 'failed' ? t('shell:failed.retry') : t('records:export.start')}
        </Button>
      )}
    </div>
  );
}

function Outcome({ state }: { readonly state: State }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  if (state.is === 'ready') return null;
  if (state.is === 'failed') {
    return (
      <p className={classes.failed} role="alert">
        {state.refusal === null ? (
          t('shell:failed.text')
        ) : (
          <Explained
            failure={{ code: state.refusal.code, says: state.refusal.message, action: state.refusal.action }}
          />
        )}
      </p>
    );
  }
  const { bytes, rows } = state.progress;
  return (
    <div className={classes.progress} role="status">
      {state.is === 'running' && <Bar value={100} animated aria-label={t('records:export.running')} />}
      <strong>{t('records:export.rows', { count: rows })}</strong> <span>{formats.bytes(bytes)}</span>
      {state.is === 'done' && <span>{t('records:export.done')}</span>}
    </div>
  );
}
