export interface PlacesWords {
  tile(name: string, inPerson: number): string;
  /** What a state itself has: "2 lines, 1 center, 12 in-person meetings a week"; also shown if it has nothing. */
  has(own: { lines: number; centers: number; others: number; inPerson: number }): string;
  mapLabel: string;
  mapKey: string;
  meetings(name: string): string;
  title: string;
  description: string;
  placeDescription(state: string): string;
  /** The usual name of a county, from its name on the map and the two letters of its state. */
  county(name: string, state: string): string;
  elsewhere: string;
  ownHeading(where: string): string;
  someHeading: string;
  whoToCall(where: string): string;
  /** Above the lines that answer in every state, if we know of none that takes all calls of a state. */
  noLine(where: string): string;
  nothingSure(where: string, unconfirmed: number): string;
  nationwide: string;
  all(state: string): string;
}
