package io.doorstep.language;

import java.util.regex.Pattern;

/** Yes or no, liking or looking further: how a message answers what was on the table. */
record Polarity(
        boolean affirms, boolean denies, boolean likes, boolean seeksOthers, boolean books, boolean pointsAtIt) {

    private static final Pattern YES = Pattern.compile(
            "^\\W*(?:(?:oh|well|um|uh|hmm|ah|so|thanks|thank you|and|then|omg|wow|oh my god|haha)\\W+){0,2}(?:yes"
                    + "|yeah|yea|yep|yup|ya|sure|of course|absolutely|definitely|certainly"
                    + "|correct|exactly|right|ok|okay|fine|great|perfect|alright|all right|awesome|wonderful"
                    + "|excellent|fantastic|good|cool|nice|lovely|please|indeed"
                    + "|go ahead|do it|do that|book (?:it|that)|let's do|i do|i confirm|i would|i'd like that"
                    + "|confirmed?|sounds|it sounds|that sounds"
                    + "|(?:that|this|it|which)(?:'s| is| will| would| should)? (?:be )?(?:all |totally |exactly "
                    + "|absolutely |perfectly )?(?:right|correct|fine|good|great|ok|okay|perfect|works?|true|it"
                    + "|accurate|wonderful|excellent|swell)"
                    + "|s[ií]|claro|vale|perfecto)\\b");

    private static final Pattern NO = Pattern.compile(
            "^\\W*(?:(?:oh|well|um|uh|hmm|ah|thanks|actually|sorry|i'm sorry)\\W+){0,2}(?:no|nope|nah|not (?:really"
                    + "|yet|now|that|quite|interested|at (?:the moment|this time|present|all)|currently|right now|so far|necessarily|particularly)|never ?mind|wrong"
                    + "|that's not|that is not|that's wrong|it's not|incorrect|i don't|i do not|i haven't|i can't"
                    + "|i wouldn't|none)\\b");

    private static final Pattern LIKES = Pattern.compile("\\b(?:"
            + "(?:sound(?:s|ing)?|seems?|looks?|is|it's|that's|be|'s|are|was) (?:like |to be |as )?(?:an? "
            + "|the )?(?:really |very |pretty |so |quite |just |also |totally |exactly |all |absolutely "
            + "|most |more |perfectly )?"
            + "(?:good|great|nice|perfect|fine|ok|okay|amazing|lovely|wonderful|interesting|excellent"
            + "|awesome|promising|right|ideal|fantastic|suitable|best|cool|acceptable|what i|exactly|one i"
            + "|all i|everything|beautiful|swell|reasonable|fit)"
            + "|i (?:really |might |think i |would |do )?(?:like|love|want|choose|prefer) (?:it|that|this"
            + "|the sounds?|the idea|the apartment|the one|the property)|love it|terrific|the winner"
            + "|more like what i|interested in (?:it|that|this|the|scheduling|visiting|seeing)"
            + "|works? (?:for|well|fine|great|perfectly)"
            + "|that(?: one| apartment| place| property)? (?:works|will work|will do|would work|does it"
            + "|suits|fits)|(?:should|will|would|can|could|might|may) (?:work|do(?! you))|i'll take"
            + "|i will take|fits?|suits?|go with|perfect|(?:good|great|nice|excellent|perfect"
            + "|right) (?:choice|option|one|for me|for now|apartment|place|property|to me)"
            + "|all i (?:need|want)\\w*|that's all|(?:that'?s|it's|is|be) the one|try (?:that|this|it)"
            + "|that is all|that'll be all|(?:that|it) (?:will|would) be (?:all|it|everything|fine)"
            + "|everything i need\\w*|that's (?:it|everything)|count me in|no problem|i'm good|let's go)\\b");

    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:another|others?|(?:any|some|every)(?:thing|where|one) (?:else|different|other|similar|with|that"
                    + "|near|in|cheaper|bigger|smaller)|else|different|alternatives?|instead|next one"
                    + "|(?:more|additional|further) (?:\\w+ ){0,2}(?:apartments?|options?|results?|places?"
                    + "|properties|choices|ones|homes|houses|listings|suggestions|of them)|some more|any more"
                    + "|(?:keep|continue) (?:looking|searching|going)|move on|next one|not what i|too (?:expensive"
                    + "|pricey|small|big|far)|(?:other|more) (?:options?|results))\\b");

    private static final Pattern NOT_OTHERS = Pattern.compile(
            "\\b(?:nothing else|(?:don't|do not|won't|not|without)(?: \\w+){0,3} (?:any(?:thing)?|something|any more|more)(?: (?:else|more|help|other))+|no(?:thing)? (?:other|more)|(?:on the )?other hand|other than|else (?:do|would"
                    + "|should) i|(?:some|an?)other (?:time|day|date)|different (?:day|date|time)|other (?:time|day"
                    + "|date)|(?:any|some)thing else (?:i|you) (?:need|can)|(?:day|date|time) instead)\\b");

    private static final Pattern BOOKS = Pattern.compile(
            "\\b(?:visits?|visiting|viewing|tour|touring|appointment|schedule|scheduled?|scheduling|see (?:it|this"
                    + "|that|the|one)|look at it|check it out|book|go (?:there|see)|showing|walk through|come (?:by"
                    + "|see)|stop by|take a look)\\b");

    private static final Pattern NOT_BOOKS = Pattern.compile(
            "\\b(?:(?:my|your) schedule|free time|schedule for|don't (?:want to )?(?:schedule|book|visit)"
                    + "|not (?:schedule|book|visit)|(?:cab|ride|table|flight|hotel|cars?|rental|taxi|uber|lyft"
                    + "|restaurant|event|calendar))\\b");

    private static final Pattern POINTS_AT_IT =
            Pattern.compile("\\b(?:book|take|schedule|do|make) (?:it|that|this)\\b");

    static Polarity of(String folded) {
        boolean denies = NO.matcher(folded).find();
        boolean others =
                OTHERS.matcher(NOT_OTHERS.matcher(folded).replaceAll(" ")).find();
        boolean books = false;
        for (var sentence : Sentence.of(folded)) books |= sentence.holds(BOOKS) && !sentence.holds(NOT_BOOKS);
        boolean likes =
                LIKES.matcher(folded).find() && !NOT_LIKED.matcher(folded).find();
        return new Polarity(
                !denies && YES.matcher(folded).find(),
                denies,
                likes,
                others,
                books,
                POINTS_AT_IT.matcher(folded).find());
    }

    private static final Pattern NOT_LIKED = Pattern.compile(
            "\\b(?:not|isn't|don't|doesn't|didn't|won't|wouldn't|never) (?:\\w+ ){0,2}(?:like|good|great|nice|fine"
                    + "|interested|work|fit|suit|perfect|ideal)|\\bwhat i (?:want|need) is\\b|\\bwould be (?:great"
                    + "|nice|good|fine|perfect|ok)\\b");
}
