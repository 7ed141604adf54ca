import type { Place } from '../declarations/declaration.ts';

/** The earth's mean radius (IUGG), in metres. On a sphere of it distances are wrong by 0.6 % at most. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

/** So much wider than the exact one is a box taken, in degrees: rounding never leaves out what is within the radius. */
const MARGIN_DEGREES = 1e-6;

/** A part of the earth between two meridians and two parallels, in degrees; it does not cross the antimeridian. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * One or two boxes that hold every place within a distance: two across the antimeridian, all around where a pole is
 * within it.
 */
export function boxesAround({ latitude, longitude }: Place, metres: number): readonly Box[] {
  const angle = Math.min(metres / EARTH_RADIUS_METRES, Math.PI);
  const reach = degrees(angle) + MARGIN_DEGREES;
  const [south, north] = [Math.max(latitude - reach, -90), Math.min(latitude + reach, 90)];
  if (south === -90 || north === 90) return [{ west: -180, south, east: 180, north }];
  const across = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude))))) + MARGIN_DEGREES;
  return withoutCrossing({ west: longitude - across, south, east: longitude + across, north });
}

function withoutCrossing(box: Box): readonly Box[] {
  if (box.east - box.west >= 360) return [{ ...box, west: -180, east: 180 }];
  if (box.west < -180)
    return [
      { ...box, west: -180 },
      { ...box, west: box.west + 360, east: 180 },
    ];
  if (box.east > 180)
    return [
      { ...box, east: 180 },
      { ...box, west: -180, east: box.east - 360 },
    ];
  return [box];
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * SQL of the distance between two points (longitude, latitude), in metres along a great circle: by haversines, which are
 * exact near each other, where it counts, and right at the poles and across the antimeridian.
 */
export function metresBetween(one: string, other: string): string {
  const half = (axis: number) => `sind((${other}[${axis}] - ${one}[${axis}]) / 2)`;
  const haversine = `${half(1)} ^ 2 + cosd(${one}[1]) * cosd(${other}[1]) * ${half(0)} ^ 2`;
  return `(2 * ${EARTH_RADIUS_METRES} * asin(sqrt(least(1, ${haversine}))))`;
}
