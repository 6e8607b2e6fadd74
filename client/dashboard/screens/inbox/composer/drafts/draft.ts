import type { SendAs } from '../attachments/file-rules.ts';

/** A file that the gateway has already and that is to be sent. */
export interface KeptFile {
  /** `med_…` */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sendAs: SendAs;
}

/** A template that is being filled in. */
export interface TemplateDraft {
  readonly name: string;
  readonly language: string;
  readonly wabaId: string;
  /** By the place of the parameter: `body.1`, `header.1`, `button.0`, `card.2.body.1`. */
  readonly values: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, KeptFile>>;
}

/** What is being written in a conversation: one compose action. */
export interface Draft {
  /** The idempotency key of the action, however often its sending is tried. */
  readonly key: string;
  readonly text: string;
  readonly files: readonly KeptFile[];
  readonly template: TemplateDraft | null;
  /** The id of the message that is quoted. */
  readonly replyTo: string | null;
  /** Where the conversation stood when it began; null: there was nothing. */
  readonly began: { readonly messageId: string; readonly createdAt: string } | null;
}

export function emptyDraft(key: string): Draft {
  return { key, text: '', files: [], template: null, replyTo: null, began: null };
}

export function isEmpty({ files, template, text }: Draft): boolean {
  return text === '' && files.length === 0 && template === null;
}

const MOST_FILES = 30;
const LONGEST = 8_192;

/** A draft that storage held: it may be of another release, or anybody's. Null when it is none. */
export function readDraft(value: unknown): Draft | null {
  const { began, files, key, replyTo, template, text } = membersOf(value);
  if (typeof key !== 'string' || !/^ui_[\w.]{1,100}$/.test(key) || typeof text !== 'string') return null;
  return {
    key,
    text: text.slice(0, LONGEST),
    files: listOf(files)
      .slice(0, MOST_FILES)
      .flatMap((file) => readFile(file) ?? []),
    template: readTemplate(template),
    replyTo: typeof replyTo === 'string' ? replyTo : null,
    began: readBegan(began),
  };
}

export function readFile(value: unknown): KeptFile | null {
  const { id, name, sendAs, size } = membersOf(value);
  const kind = (['image', 'video', 'audio', 'document', 'sticker'] as const).find((one) => one === sendAs);
  if (typeof id !== 'string' || typeof name !== 'string' || typeof size !== 'number' || kind === undefined) return null;
  return { id, name, size, sendAs: kind };
}

function readTemplate(value: unknown): TemplateDraft | null {
  const { files, language, name, values, wabaId } = membersOf(value);
  if (typeof name !== 'string' || typeof language !== 'string' || typeof wabaId !== 'string') return null;
  const texts = Object.entries(membersOf(values)).flatMap(([place, text]) =>
    typeof text === 'string' ? [[place, text.slice(0, LONGEST)] as const] : [],
  );
  const kept = Object.entries(membersOf(files)).flatMap(([place, file]) => {
    const read = readFile(file);
    return read === null ? [] : [[place, read] as const];
  });
  return { name, language, wabaId, values: Object.fromEntries(texts), files: Object.fromEntries(kept) };
}

function readBegan(value: unknown): Draft['began'] {
  const { createdAt, messageId } = membersOf(value);
  return typeof messageId === 'string' && typeof createdAt === 'string' ? { messageId, createdAt } : null;
}

export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
