/** Billing knows whole months, in UTC. All times are milliseconds since the epoch. */
const DAY = 86_400_000;

export const isStartOfDay = (time: number): boolean => time % DAY === 0;

export const startOfMonth = (time: number): number => monthFrom(time, 0);

/** The last millisecond of the month. */
export const endOfMonth = (time: number): number => monthFrom(time, 1) - 1;

function monthFrom(time: number, months: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}
