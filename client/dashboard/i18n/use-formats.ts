import { useMemo } from 'react';
import { useSession } from '../data/session-context.ts';
import { useSettings } from '../data/settings-context.ts';
import { createFormats, type Formats } from './format.ts';

/** Formats in the language of the settings and the time zone of the tenant. */
export function useFormats(): Formats {
  const { language, digits } = useSettings();
  const { timeZone } = useSession();
  return useMemo(() => createFormats({ language, digits }, timeZone), [language, digits, timeZone]);
}
