package io.doorstep.identity;

import org.springframework.http.ResponseCookie;

/** Remembers, for this browser and a few minutes, who still owes a second factor. */
public interface HalfWay {

    /** @return the cookie that says so; it opens nothing but the second step */
    ResponseCookie begin(FinishSignIn.Outcome.SecondFactorNeeded owed);
}
