package io.edgepix.bench.plot;

import java.util.ArrayList;
import java.util.List;

/** Maps values to positions on an axis. */
sealed interface Scale {
    /** An axis from 0 to a round number that no value exceeds. */
    record Linear(double step, int steps) implements Scale {
        private static final int MOST_STEPS = 6;

        static Linear over(double most) {
            double step = Math.pow(10, Math.floor(Math.log10(most)) - 1);
            double[] factors = {1, 2, 2.5, 5, 10, 20, 25, 50};
            for (double factor : factors) {
                if (step * factor * MOST_STEPS >= most) {
                    return new Linear(step * factor, (int) Math.ceil(most / (step * factor)));
                }
            }
            return new Linear(most, 1);
        }

        @Override
        public double position(double value) {
            return value / (step * steps);
        }

        @Override
        public List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }
    }

    /** A logarithmic axis between two values over 0. */
    record Logarithmic(double least, double most) implements Scale {
        private static final double[] FACTORS = {1, 2, 5};

        /** Returns an axis from the last tick below all values to the first one above them. */
        static Logarithmic over(double least, double most) {
            double from = 0;
            double to = 0;
            for (double tick : between(least / 10, most * 10)) {
                from = tick <= least ? tick : from;
                to = to < most ? tick : to;
            }
            return new Logarithmic(from, Math.max(to, from * 2));
        }

        @Override
        public double position(double value) {
            return Math.log(value / least) / Math.log(most / least);
        }

        @Override
        public List<Double> ticks() {
            return between(least, most);
        }

        private static List<Double> between(double least, double most) {
            List<Double> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
                for (double factor : FACTORS) {
                    double tick = factor * Math.pow(10, power);
                    if (tick >= least * 0.999 && tick <= most * 1.001) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    }

    /** Returns the position of a value: 0 at the start of the axis, 1 at its end. */
    double position(double value);

    /** Returns the values that label the axis, ascending. */
    List<Double> ticks();
}
