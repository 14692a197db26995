import type { RegistrationOffer } from '@contract/attendance.js';

/** False also where the server does not say. Apart from the other requests, which bring a library that the first view does without. */
export async function isRegistrationOpen(slug: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/conferences/${encodeURIComponent(slug)}/registration-offer`);
    return response.ok && ((await response.json()) as RegistrationOffer).registration === 'open';
  } catch {
    return false;
  }
}
