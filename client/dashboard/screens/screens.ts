import {
  IconActivity,
  IconChartBar,
  IconDeviceMobile,
  IconHash,
  IconHistory,
  IconKey,
  IconMessages,
  IconPlugConnected,
  IconReportAnalytics,
  IconSettings,
  IconShieldCheck,
  IconTemplate,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Session } from '../data/session-context.ts';

/** One entry of the navigation, and what it opens. */
export interface Screen {
  /** Below `/dashboard`, such as `/settings`; everything below it is the screen's too. */
  readonly path: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  /** Key of its name: `settings:title`. */
  readonly title: string;
  /** The letter that opens it after `g`. */
  readonly letter: string;
  load(): Promise<{ readonly default: ComponentType }>;
  /** Whether this person finds it; the gateway judges for itself. */
  sees(session: Session): boolean;
}

/** In the order of the navigation; the first that a person sees is where they begin. A phone's bar holds the first four. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/inbox',
    icon: IconMessages,
    title: 'inbox:title',
    letter: 'i',
    load: () => import('./inbox/inbox.tsx'),
    sees: ({ scopes }) => scopes.includes('read'),
  },
  {
    path: '/live',
    icon: IconActivity,
    title: 'live:title',
    letter: 'l',
    load: () => import('./live/live.tsx'),
    sees: ({ scopes }) => scopes.includes('read'),
  },
  {
    path: '/messages',
    icon: IconHistory,
    title: 'messages:title',
    letter: 'm',
    load: () => import('./messages/messages.tsx'),
    sees: ({ scopes }) => scopes.includes('read'),
  },
  {
    path: '/delivery',
    icon: IconChartBar,
    title: 'delivery:title',
    letter: 'd',
    load: () => import('./delivery/delivery.tsx'),
    sees: ({ scopes }) => scopes.includes('read'),
  },
  {
    path: '/templates',
    icon: IconTemplate,
    title: 'templates:title',
    letter: 't',
    load: () => import('./templates/templates.tsx'),
    sees: ({ scopes }) => scopes.includes('read'),
  },
  {
    path: '/phone',
    icon: IconDeviceMobile,
    title: 'phone:title',
    letter: 'p',
    load: () => import('./phone/phone.tsx'),
    sees: ({ mode, role }) => mode === 'sandbox' && role === 'operator',
  },
  {
    path: '/numbers',
    icon: IconHash,
    title: 'numbers:title',
    letter: 'n',
    load: () => import('./numbers/numbers.tsx'),
    sees: ({ scopes }) => scopes.includes('manage') && scopes.includes('read'),
  },
  {
    path: '/keys',
    icon: IconKey,
    title: 'keys:title',
    letter: 'k',
    load: () => import('./keys/keys.tsx'),
    sees: ({ scopes }) => scopes.includes('manage'),
  },
  {
    path: '/tenants',
    icon: IconUsersGroup,
    title: 'tenants:title',
    letter: 'e',
    load: () => import('./tenants/tenants.tsx'),
    sees: ({ role }) => role === 'operator',
  },
  {
    path: '/connection',
    icon: IconPlugConnected,
    title: 'connection:title',
    letter: 'c',
    load: () => import('./connection/connection.tsx'),
    sees: ({ role }) => role === 'operator',
  },
  {
    path: '/usage',
    icon: IconReportAnalytics,
    title: 'usage:title',
    letter: 'u',
    load: () => import('./usage/usage.tsx'),
    sees: ({ scopes }) => scopes.includes('read') && scopes.includes('manage'),
  },
  {
    path: '/audit',
    icon: IconShieldCheck,
    title: 'audit:title',
    letter: 'a',
    load: () => import('./audit/audit.tsx'),
    sees: ({ scopes }) => scopes.includes('manage'),
  },
  {
    path: '/settings',
    icon: IconSettings,
    title: 'settings:title',
    letter: 's',
    load: () => import('./settings/settings.tsx'),
    sees: () => true,
  },
];
