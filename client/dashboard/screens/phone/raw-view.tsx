import { IconMapPin } from '@tabler/icons-react';
import { Ltr, Typed } from '../../i18n/text.tsx';
import type { Card, Place } from './raw-content.ts';
import classes from './raw-view.module.css';

/** A place, without a map: nothing is asked of another host. */
export function PlaceView({ place: { address, latitude, longitude }, name }: { place: Place; name: string | null }) {
  return (
    <div className={classes.line}>
      <span className={classes.sign} aria-hidden="true">
        <IconMapPin size={20} stroke={1.7} />
      </span>
      <span className={classes.words}>
        {name !== null && (
          <strong>
            <Typed>{name}</Typed>
          </strong>
        )}
        {address !== null && <Typed>{address}</Typed>}
        <small>
          <Ltr>
            {latitude.toFixed(4)}, {longitude.toFixed(4)}
          </Ltr>
        </small>
      </span>
    </div>
  );
}

export function CardView({ card: { name, phones } }: { readonly card: Card }) {
  return (
    <div className={classes.line}>
      <span className={classes.sign} aria-hidden="true">
        {[...name][0]}
      </span>
      <span className={classes.words}>
        <strong>
          <Typed>{name}</Typed>
        </strong>
        {phones.map((phone) => (
          <small key={phone}>
            <Ltr>{phone}</Ltr>
          </small>
        ))}
      </span>
    </div>
  );
}
