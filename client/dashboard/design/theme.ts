import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import controls from './controls.module.css';

/** The Tigris from its shallows to its depth. */
const river: MantineColorsTuple = [
  '#e6f5f5',
  '#d0eaea',
  '#a3d6d7',
  '#72c0c3',
  '#4cabb0',
  '#2f959b',
  '#168088',
  '#0b6b74',
  '#07535b',
  '#043c43',
];

/** Grounds and lines of the dark scheme, which lean towards the river as the tokens do. */
const dark: MantineColorsTuple = [
  '#e7f0f0',
  '#a3b8bb',
  '#6b868b',
  '#48626a',
  '#2c464c',
  '#243b40',
  '#182b2f',
  '#112125',
  '#0b1719',
  '#081214',
];

interface Dressed {
  readonly variant?: string;
  readonly color?: string;
}

/** A filled control in the accent: readable in both schemes. */
function inAccent({ color, variant = 'filled' }: Dressed, control: 'button' | 'ai'): Record<string, string> {
  if (variant !== 'filled' || color !== undefined) return {};
  return {
    [`--${control}-bg`]: 'var(--river)',
    [`--${control}-hover`]: 'var(--river-strong)',
    [`--${control}-color`]: 'var(--on-river)',
  };
}

/** Mantine in the clothes of `tokens.css`. */
export const theme = createTheme({
  colors: { dark, river },
  primaryColor: 'river',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Mantine takes the words on a colour from its light shade; the tokens know both.
    Button: {
      classNames: { root: controls.button },
      vars: (_theme: unknown, props: Dressed) => ({ root: inAccent(props, 'button') }),
    },
    ActionIcon: { vars: (_theme: unknown, props: Dressed) => ({ root: inAccent(props, 'ai') }) },
    // Said here and not among the usual props, which a component's own would put out of force.
    Modal: { classNames: { content: controls.dialog, header: controls.dialogHead } },
    Drawer: { classNames: { content: controls.dialog, header: controls.dialogHead } },
    // The head of a dialog is no landmark of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalTitle: { defaultProps: { fz: 'var(--text-l)', fw: 600 } },
    SegmentedControl: { classNames: { root: controls.segments, indicator: controls.indicator } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--river-soft)',
  '--mantine-color-anchor': 'var(--river)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
};

/** Mantine's own variables, by scheme: they come from the tokens, which know the schemes themselves. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
