/** The first run leaves the offer here, and the shell makes it. */
export const TOUR_OFFER = 'tour-offer';
