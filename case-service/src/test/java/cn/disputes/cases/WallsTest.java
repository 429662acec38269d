package cn.disputes.cases;

import cn.disputes.deploy.testing.Walls;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(packages = "cn.disputes.cases", importOptions = DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchTests walls = ArchTests.in(Walls.class);
}
