const MOST = 10;

/** Days as people write them, "21, 7, 2" or "۲۱، ۷، ۲"; null where something is no whole number from 1 to 365. */
export function parseDays(text: string): number[] | null {
  const words = text.split(/[\s,،;؛]+/).filter((word) => word !== '');
  const days = words.map((word) => {
    const latin = word.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
    return /^\d{1,3}$/.test(latin) ? Number(latin) : NaN;
  });
  return days.length <= MOST && days.every((day) => day >= 1 && day <= 365) ? days : null;
}
