/** True from when a person asks for something that leads away from this page, which then leads away by itself. */
let leaving = false;

/**
 * Does what ends the session of this tab, then goes on at `path`. The event stream ends with the session: what would be
 * said of that (`leadAway`) is not said to whoever asked for it. Rejects when it could not be done: one stays.
 */
export async function leave(step: () => Promise<void>, path: string): Promise<void> {
  leaving = true;
  try {
    await step();
  } catch (error) {
    leaving = false;
    throw error;
  }
  location.assign(path);
}

/** Goes to `path`, because the session of this tab has ended. */
export function leadAway(path: string): void {
  if (!leaving) location.assign(path);
}
