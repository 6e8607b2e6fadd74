import { SANDBOX_NOTICE } from '../sandbox-notice.ts';
import type { Language } from './preferences.ts';

/** What every page of a sandbox says, at its top. */
export const RIBBON: Readonly<Record<Language, string>> = {
  en: SANDBOX_NOTICE,
  ar: 'بيئة تجريبية: لا يُرسَل شيء إلى واتساب',
};
